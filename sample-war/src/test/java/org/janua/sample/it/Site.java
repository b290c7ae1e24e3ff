package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.janua.sample.it.http.Answer;
import org.janua.sample.it.http.Call;
import org.janua.sample.it.server.Server;

/** The sample application on one running server, and the people who use it. Thread-safe. */
final class Site implements AutoCloseable {

  /** A password that every person made here starts with. */
  static final String PASSWORD = "correct horse battery";

  private final Server server;
  private final Carrier carrier;
  private final Path data;
  private final Credentials firstAdmin;
  private final AtomicInteger people = new AtomicInteger();
  private Optional<Person> admin = Optional.empty();

  Site(Server server, Carrier carrier, Path data, Credentials firstAdmin) {
    this.server = server;
    this.carrier = carrier;
    this.data = data;
    this.firstAdmin = firstAdmin;
  }

  /** Stops the server. */
  @Override
  public void close() {
    server.close();
  }

  Server server() {
    return server;
  }

  Carrier carrier() {
    return carrier;
  }

  /** The data directory of the application. */
  Path data() {
    return data;
  }

  URI address() {
    return server.address();
  }

  Answer send(Call call) {
    return call.send(server.address());
  }

  /** The administrator that the first start made, signed in once. */
  synchronized Person admin() {
    if (admin.isEmpty()) {
      admin = Optional.of(signIn(firstAdmin.name(), firstAdmin.password()));
    }
    return admin.get();
  }

  Credentials firstAdmin() {
    return firstAdmin;
  }

  /** A new account with {@link #PASSWORD}, signed in. */
  Person newPerson(String role) {
    return signIn(newAccount(role), PASSWORD);
  }

  /** A new account with {@link #PASSWORD}, not signed in. */
  String newAccount(String role) {
    String name = role + "-" + people.incrementAndGet();
    String body =
        Json.createObjectBuilder()
            .add("username", name)
            .add("password", PASSWORD)
            .add("role", role)
            .build()
            .toString();
    Answer answer = send(Call.post("/auth/api/users").bearer(admin().token()).json(body));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return name;
  }

  /** Signs in, which must succeed. */
  Person signIn(String name, String password) {
    Answer answer = tryToSignIn(name, password);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return new Person(name, answer.cookie(Call.COOKIE).orElseThrow().value());
  }

  Answer tryToSignIn(String name, String password) {
    String body =
        Json.createObjectBuilder()
            .add("username", name)
            .add("password", password)
            .build()
            .toString();
    return send(Call.post("/auth/api/login").json(body));
  }

  /** How often the public, counting endpoint of the sample has run. */
  long visits() {
    return Long.parseLong(send(Call.get("/api/visits")).body().strip());
  }

  /** A name and a password as a person types them. */
  static final class Credentials {
    private final String name;
    private final String password;

    Credentials(String name, String password) {
      this.name = name;
      this.password = password;
    }

    String name() {
      return name;
    }

    String password() {
      return password;
    }
  }

  /** Somebody who is signed in. */
  static final class Person {
    private final String name;
    private final String token;

    Person(String name, String token) {
      this.name = name;
      this.token = token;
    }

    String name() {
      return name;
    }

    String token() {
      return token;
    }
  }
}
