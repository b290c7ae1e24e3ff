package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.janua.sample.it.Site.Person;
import org.janua.sample.it.http.Answer;
import org.janua.sample.it.http.Call;

/**
 * The callers of the authorization matrix and the things they meet: a board that is private, one
 * that is public, one that is shared with a group, and an integration shared with the same group.
 */
final class Cast {

  /** The names of the callers, in the order of the columns. */
  static final List<String> CALLERS =
      List.of(
          "guest",
          "viewer",
          "operator",
          "member",
          "owner",
          "deputy",
          "admin",
          "inactive",
          "key of admin",
          "its board-create",
          "key of member",
          "its board-view-all",
          "key of owner",
          "key revoked");

  private final Site site;
  private final String admin;
  private final Map<String, Supplier<UnaryOperator<Call>>> entrances = new LinkedHashMap<>();
  private final Map<String, UnaryOperator<Call>> present = new LinkedHashMap<>();
  private final Map<String, String> things = new LinkedHashMap<>();

  Cast(Site site) {
    this.site = site;
    this.admin = site.admin().token();
    String member = site.newAccount("viewer");
    String owner = site.newAccount("viewer");
    String deputy = site.newAccount("viewer");
    group(member);
    permit(owner, "board-create", "integration-create");
    permit(deputy, "admin");
    things(owner, member);
    people(member, owner, deputy);
    keys(member, owner);
  }

  /** A call as this caller sends it. */
  Call by(String caller, Call call) {
    return present.computeIfAbsent(caller, name -> entrances.get(name).get()).apply(call);
  }

  /** Whoever was signed out is signed in again at the next call. */
  void signInAgain() {
    present.clear();
  }

  /** A path with the names of things in braces, such as {@code {public}}, as it is asked for. */
  String path(String template) {
    String path = template;
    for (Map.Entry<String, String> thing : things.entrySet()) {
      path = path.replace("{" + thing.getKey() + "}", thing.getValue());
    }
    return path;
  }

  private void group(String member) {
    ask(Call.post("/auth/api/groups").json("{\"name\": \"Editors\"}"), 201);
    ask(Call.put("/auth/api/groups/Editors/members/" + member), 200, 201, 204);
    ask(
        Call.put("/auth/api/groups/Editors/permissions")
            .json("{\"permissions\": [\"board-create\", \"board-view-all\"]}"),
        200);
  }

  private void permit(String name, String... keys) {
    String body =
        Json.createObjectBuilder()
            .add("permissions", Json.createArrayBuilder(List.of(keys)))
            .build()
            .toString();
    ask(Call.patch("/auth/api/users/" + name).json(body), 200);
  }

  private void things(String owner, String member) {
    String token = site.signIn(owner, Site.PASSWORD).token();
    for (String board : List.of("private", "public", "shared")) {
      things.put(board, make("boards", board, token));
    }
    things.put("integration", make("integrations", "integration", token));
    share("board", "public", "{\"public\": true, \"users\": [], \"groups\": []}", token);
    String group =
        "{\"public\": false, \"users\": [], \"groups\": [{\"name\": \"Editors\", \"level\": \"%s\"}]}";
    share("board", "shared", group.formatted("modify"), token);
    share("integration", "integration", group.formatted("use"), token);
    things.put("someone", site.newAccount("viewer"));
    for (String name : List.of("Editors", "operator", "garage", "side_yard")) {
      things.put(name, name);
    }
    things.put("nothing", "nothing-is-called-this");
  }

  private String make(String kind, String name, String token) {
    Answer made =
        site.send(Call.post("/api/" + kind).bearer(token).json("{\"name\": \"" + name + "\"}"));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.json().getString("id");
  }

  private void share(String type, String thing, String body, String token) {
    String path = "/auth/api/resources/" + type + "/" + things.get(thing);
    Answer answer = site.send(Call.put(path).bearer(token).json(body));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  private void people(String member, String owner, String deputy) {
    String operator = site.newAccount("operator");
    String viewer = site.newAccount("viewer");
    Person inactive = site.newPerson("viewer");
    ask(Call.patch("/auth/api/users/" + inactive.name()).json("{\"status\": \"inactive\"}"), 200);
    entrances.put("guest", () -> call -> call);
    entrances.put("viewer", () -> session(viewer));
    entrances.put("operator", () -> session(operator));
    entrances.put("member", () -> session(member));
    entrances.put("owner", () -> session(owner));
    entrances.put("deputy", () -> session(deputy));
    entrances.put(
        "admin",
        () -> bearer(site.signIn(site.firstAdmin().name(), site.firstAdmin().password()).token()));
    entrances.put("inactive", () -> bearer(inactive.token()));
  }

  private void keys(String member, String owner) {
    String ofMember = site.signIn(member, Site.PASSWORD).token();
    String ofOwner = site.signIn(owner, Site.PASSWORD).token();
    key("key of admin", admin, "");
    key("its board-create", admin, ", \"permissions\": [\"board-create\"]");
    key("key of member", ofMember, "");
    key("its board-view-all", ofMember, ", \"permissions\": [\"board-view-all\"]");
    key("key of owner", ofOwner, "");
    String id = key("key revoked", ofOwner, "");
    assertThat(site.send(Call.delete("/auth/api/api-keys/" + id).bearer(ofOwner)).status())
        .isEqualTo(204);
  }

  private String key(String caller, String token, String members) {
    String body = "{\"description\": \"" + caller + "\"" + members + "}";
    Answer made = site.send(Call.post("/auth/api/api-keys").bearer(token).json(body));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    String key = made.json().getString("key");
    entrances.put(caller, () -> bearer(key));
    return made.json().getString("id");
  }

  private UnaryOperator<Call> session(String name) {
    return bearer(site.signIn(name, Site.PASSWORD).token());
  }

  private static UnaryOperator<Call> bearer(String token) {
    return call -> call.bearer(token);
  }

  private void ask(Call call, Integer... expected) {
    Answer answer = site.send(call.bearer(admin));
    assertThat(answer.status()).as(call + ": " + answer.body()).isIn((Object[]) expected);
  }
}
