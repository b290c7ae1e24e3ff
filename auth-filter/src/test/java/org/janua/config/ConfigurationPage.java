package org.janua.config;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes {@code docs/configuration.md} from the descriptors of the keys. */
final class ConfigurationPage {
  private static final String INTRODUCTION =
      """
      <!-- Generated from the keys in org.janua.config. Do not edit: change them and run
           mvn -pl auth-filter -am test -Dtest=ConfigurationPageTest -Djanua.docs.write=true \
      -Dsurefire.failIfNoSpecifiedTests=false
      -->
      # Configuration

      Janua starts without any configuration. What you set comes from, strongest first:

      1. an environment variable (`AUTH_SESSION_LENGTH`),
      2. a system property (`auth.session_length`),
      3. MicroProfile Config, where the server has it, under the name of the property,
      4. the server's file: the one that `AUTH_CONFIG_FILE` names, else `auth.yml` in the data \
      directory,
      5. the application's file, `WEB-INF/auth.yml`,
      6. the default.

      Each key is looked up by itself: a file that leaves one out does not erase what another layer
      says, and who runs an application need not say again what it declares. In a file a dot of \
      the key is one level
      of nesting:

      ```yaml
      auth:
        session_length: 28800
        password: {min_length: 15}
        internal_ports: [8081]
      permissions:
        board-modify-all: [board-view-all]
        board-view-all: []
      ```

      - **In the environment** a list is separated by commas, and `_FILE` after any name reads \
      the value from
        that file, without the newline at its end: `AUTH_DATABASE_FILE=/run/secrets/database`. \
      Maps are only
        for the file.
      - **As a property** a key is called by its variable in lower case with dots: `auth.…` and \
      `proxy.…` as
        below, all others with `auth.` before them (`auth.csrf.protect_application`).
      - **What is wrong refuses the start**, and everything that is wrong is reported together, \
      one line each:
        the key, the problem, where the value came from, and an example of a right one. That \
      includes names
        nobody knows (`AUTH_…`, `auth.…`, any key of the file), aliases, tags and duplicate keys \
      in the file,
        and a file of more than 1 MiB.
      - **`AUTH_SESSION_EXPIRY_TIME`** (`604800`, `7d`, `12h`, `90m`, `300s`) and \
      **`AUTH_SECURE_COOKIES`** are
        other names of `AUTH_SESSION_LENGTH` and `AUTH_COOKIE_SECURE`.

      ## Settings

      | key | environment | type | default | unit | range | a wrong value |
      |---|---|---|---|---|---|---|
      """;

  private static final String DETAILS =
      """

      - **Session times.** `session_length: 0` means sign in every time. `refresh_time: 0` means \
      never renewed.
        `refresh_time` must be shorter than `session_length`, and neither `session_length` nor \
      `remember_length`
        may be longer than `max_session_length`. Where you set only some of them, the defaults of \
      the others
        give way: a `session_length` of 600 alone makes `refresh_time` 300.
      - **The signing secret** is taken from the first of these places that has one:
        `AUTH_JWT_SECRET`; the file `AUTH_JWT_SECRET` in `$CREDENTIALS_DIRECTORY` (default \
      `/run/secrets`);
        `auth.jwt_secret`; `.jwt_secret` in the data directory. Without any, 64 random bytes are \
      written to the
        last as 128 hexadecimal characters that only their owner can read. A secret that is there \
      but empty,
        short or unreadable refuses the start. Changing it ends every session.
      - **`auth.password.rules: mixed`** demands a small letter, a capital letter, a digit and a \
      sign as well.
      - **`auth.password.hash_iterations`** is for `pbkdf2_sha256`; bcrypt has cost 12, Argon2id 19 \
      MiB and two passes.
      - **`auth.reset_admin_password: true`** gives the user `admin` a new password at every \
      start.
      - **`permissions`** maps each [permission key](guide.md#groups-and-permissions) of the application to the keys
        it implies. Every key named must be declared, and none may imply itself, directly or through others: the
        message names the way round. `admin` implies all of them whatever is said, and whoever holds it is an
        administrator. No key is called `viewer`.
      - **`auth.roles`** defines [custom roles](guide.md#roles). Each name takes a list of ids of \
      the type
        `role_resource_type`, or a map of types to such lists: `{camera: [garage], board: "*"}`. \
      `"*"` alone says
        everything. A name is not `admin` or `viewer`, no permission key, and none twice, in any case.
      - **`resources`** declares the types of things people have access to: `levels`, weakest \
      first, and
        `read_by_viewer` (default false), whether the role `viewer` has the weakest of them on all. \
      The type that
        `role_resource_type` names needs no declaration: it then has the level `view` and is read by \
      viewers.
        `override` gives, for a level, the key of `permissions` whose holders have it, and those before
        it, on every thing of the type. `create` is the key without which nobody makes one; with it,
        only things that the application has added can be shared. `public` (default false) says that
        one may be given to everybody at the weakest level.
      - **A proxy that says who is calling** is asked for by `auth.providers: [credentials, proxy]`, \
      or by
        `auth.enabled: false`, which switches own accounts off. Either needs both `proxy.auth_secret` and
        `auth.trusted_proxies`. `proxy.header_map.user` and `proxy.header_map.role` must be among
        `proxy.trusted_headers`; `proxy.default_role` must be a role of the configuration; \
      `proxy.strict` and
        `proxy.header_map.role_map` need `proxy.header_map.role`. Where no proxy is asked for, `proxy.*` is
        checked and has no effect, with a warning.
      - **Mails** are sent by a mail session of the server (`mail.session`) or by a mail server \
      (`mail.smtp_host`),
        never both; either needs `mail.from` and `auth.base_url`, of which links in mails are made. \
      `mail.smtp_security`
        is `starttls` (port 587) where `mail.smtp_user` and `mail.smtp_password` are set, else \
      `none` (port 25);
        `tls` uses port 465. With `starttls` and `tls` nothing is sent to a server that cannot, or \
      whose certificate is
        not good.
      - **`data_dir`** is made for its owner alone if it is missing, and must be writable.
      - **Never shown**, not even in the report of a fault: the values of %s.

      ## Not available yet

      These are understood and checked, and refuse the start when they ask for something; empty, \
      `false` and
      `off` are accepted. Refused for now are also any of `auth.providers` but `credentials` and `proxy`.

      | key | environment | type |
      |---|---|---|
      """;

  private ConfigurationPage() {}

  static String text() {
    return INTRODUCTION
        + rows(Keys.LIVE, ConfigurationPage::row)
        + DETAILS.formatted(neverShown())
        + rows(LaterKeys.ALL, ConfigurationPage::shortRow);
  }

  private static String rows(List<Key<?>> keys, Function<Key<?>, String> row) {
    return keys.stream().map(row).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String row(Key<?> key) {
    return line(
        key.inFile() ? code(key.name()) : code(key.name()) + ", not in the file",
        environment(key),
        key.kind().type(),
        standard(key),
        key.kind().unit(),
        key.kind().range(),
        key.effect());
  }

  private static String standard(Key<?> key) {
    if (key == Keys.JWT_SECRET) {
      return "found or made, see below";
    }
    if (key == ProxyKeys.TRUSTED_HEADERS) {
      return "those of [the guide](guide.md#sign-in-by-a-proxy)";
    }
    return key.standard().isEmpty() ? "none" : code(key.standard());
  }

  private static String neverShown() {
    return Keys.all().stream()
        .filter(key -> key.kind().secret())
        .map(key -> code(key.name()))
        .collect(Collectors.joining(", "));
  }

  private static String shortRow(Key<?> key) {
    return line(code(key.name()), environment(key), key.kind().type());
  }

  private static String environment(Key<?> key) {
    return key.isLine() ? code(key.environment()) : "";
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  private static String line(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
