package org.janua.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.janua.access.Identity;
import org.janua.access.Permissions;
import org.janua.access.Rights;
import org.janua.request.Verdict.Channel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Janua's own resources answer to whoever comes with an API key. */
class KeysAtTheGateTest {

  private static final Rights RIGHTS = new Rights(new Permissions(Map.of()), List.of());

  private final Gate gate = new Gate(true, true, true);

  /** The key of an administrator that is not limited: nothing has more rights. */
  @ParameterizedTest
  @Tag("AZ-09")
  @CsvSource({
    "GET,    /auth/api/api-keys,           pass",
    "POST,   /auth/api/api-keys,           403",
    "DELETE, /auth/api/api-keys/1,         403",
    "POST,   /auth/api/api-keys/1/rotate,  403",
    "GET,    /auth/api/sessions,           pass",
    "DELETE, /auth/api/sessions,           403",
    "DELETE, /auth/api/sessions/1,         403",
    "GET,    /auth/api/profile,            pass",
    "PATCH,  /auth/api/profile,            403",
    "PUT,    /auth/api/users/bob/password, 403",
    "GET,    /auth/api/users/bob/sessions, pass",
    "DELETE, /auth/api/users/bob/sessions, 403",
    "DELETE, /auth/api/users/b/sessions/1, 403",
    "GET,    /auth/api/users/bob/api-keys, pass",
    "DELETE, /auth/api/users/bob/api-keys, 403",
    "DELETE, /auth/api/users/b/api-keys/1, 403",
    "POST,   /auth/api/users/bob/password-reset, 403",
    "PATCH,  /auth/api/users/bob,          pass",
    "POST,   /auth/api/users,              pass"
  })
  void a_key_neither_makes_keys_nor_ends_sessions_nor_sets_passwords(
      String method, String path, String expected) {
    assertThat(answer(method, path, admitted(Channel.KEY))).isEqualTo(expected);
    assertThat(answer(method, path, admitted(Channel.HEADER))).isEqualTo("pass");
    assertThat(answer(method, path, new Verdict.Rejected(Channel.KEY))).isEqualTo("401");
  }

  private String answer(String method, String path, Verdict verdict) {
    return gate.reply(AnyRequest.of(method, path), verdict)
        .fold(
            proceed -> "pass",
            refuse -> String.valueOf(refuse.problem().status()),
            signIn -> String.valueOf(signIn.status()));
  }

  private static Verdict admitted(Channel channel) {
    Identity admin = Identity.withoutAccount("root", Rights.ADMIN, RIGHTS.admin());
    return new Verdict.Admitted(admin, channel, Optional.empty(), Optional.empty());
  }
}
