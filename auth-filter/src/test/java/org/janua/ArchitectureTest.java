package org.janua;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.properties.HasName.AndFullName.Predicates.fullNameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.janua.provider.credentials.PasswordHashing;
import org.janua.throttle.Ticket;

/** The shape of the house: who may know whom, what is public, and where time comes from. */
@AnalyzeClasses(packages = "org.janua", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "root";

  /**
   * What one package offers the others. A public type that is not here is a leak; a line that no
   * longer stands for a public type is a lie. Both fail.
   */
  private static final Map<String, List<String>> ENTRY_POINTS =
      Map.ofEntries(
          Map.entry(
              "org.janua.access",
              List.of(
                  "AccessList",
                  "Actor",
                  "ApiKey",
                  "Canonical",
                  "Client",
                  "Contact",
                  "Entitlement",
                  "Group",
                  "Identity",
                  "Permissions",
                  "Reach",
                  "Reasons",
                  "Rights",
                  "Standing")),
          Map.entry(
              "org.janua.account",
              List.of(
                  "AccountView",
                  "Accounts",
                  "Administration",
                  "ForgottenPassword",
                  "GroupChange",
                  "GroupSummary",
                  "GroupView",
                  "Groups",
                  "InactiveNames",
                  "Memberships",
                  "NewUser",
                  "Outcome",
                  "PasswordChange",
                  "PasswordReset",
                  "PasswordRules",
                  "Profile",
                  "Refusal",
                  "ResetLink",
                  "RoleView",
                  "Roles",
                  "UserChange",
                  "Username")),
          Map.entry("org.janua.audit", List.of("Audit", "AuditLog", "Details", "Subject")),
          Map.entry(
              "org.janua.config",
              List.of(
                  "Auditing",
                  "Carrier",
                  "Configuration",
                  "Cookie",
                  "CustomRole",
                  "Database",
                  "Fault",
                  "Ingress",
                  "Limit",
                  "Loaded",
                  "Mail",
                  "Passwords",
                  "ProxySecret",
                  "ProxySignIn",
                  "ResourceType",
                  "RoleSettings",
                  "SessionLimits",
                  "Settings",
                  "SignInWays",
                  "SigningSecret",
                  "SmtpLogin",
                  "Sources",
                  "Throttling")),
          Map.entry(
              "org.janua.apikey",
              List.of("ApiKeys", "Issued", "KeyBook", "KeyText", "KnownKey", "NewKey")),
          Map.entry("org.janua.digest", List.of("Sha256")),
          Map.entry("org.janua", List.of("Janua")),
          Map.entry("org.janua.doctor", List.of("Doctor", "Finding")),
          Map.entry(
              "org.janua.jpa",
              List.of(
                  "ApiKeyRow",
                  "ApiKeys",
                  "AuditEvents",
                  "AuditQuery",
                  "AuditRow",
                  "Database",
                  "DatabaseSource",
                  "DatabaseUnavailable",
                  "GroupRef",
                  "GroupRow",
                  "Groups",
                  "Ids",
                  "LiveApiKey",
                  "LiveSession",
                  "MemberRow",
                  "PasswordHash",
                  "PasswordResetRow",
                  "PasswordResets",
                  "ResourceRow",
                  "Resources",
                  "RoleRow",
                  "Roles",
                  "Seeker",
                  "SessionRow",
                  "Sessions",
                  "Settings",
                  "StatementMeter",
                  "Throttles",
                  "Tx",
                  "UserRow",
                  "Users")),
          Map.entry("org.janua.memory", List.of("Changes", "Recent")),
          Map.entry("org.janua.mail", List.of("Letter", "Outbox")),
          Map.entry("org.janua.network", List.of("IpAddress", "Network", "TrustedProxies")),
          Map.entry("org.janua.provider.credentials", List.of("Password", "PasswordHashing")),
          Map.entry("org.janua.provider.proxy", List.of("ProxyHeaders", "Vouched")),
          Map.entry(
              "org.janua.request",
              List.of(
                  "Gate",
                  "Inbound",
                  "Problem",
                  "PublicAddress",
                  "Reply",
                  "Authenticator",
                  "CredentialFinder",
                  "SessionCookie",
                  "Verdict")),
          Map.entry(
              "org.janua.entitlement", List.of("ConfiguredRoles", "Entitlements", "RoleBook")),
          Map.entry(
              "org.janua.resource",
              List.of(
                  "Decisions",
                  "Explaining",
                  "Registry",
                  "Share",
                  "SharedThing",
                  "Sharing",
                  "SharingChange",
                  "Things")),
          Map.entry(
              "org.janua.session",
              List.of("Device", "Endings", "Opened", "SessionBook", "Snapshot")),
          Map.entry(
              "org.janua.signin", List.of("AdminReset", "FirstStart", "SignIn", "SignInResult")),
          Map.entry(
              "org.janua.rest",
              List.of(
                  "Api",
                  "ApiKeysResource",
                  "AuditCsvResource",
                  "AuditResource",
                  "AuthApplication",
                  "Exchange",
                  "ProblemMapper",
                  "GroupsResource",
                  "JsonText",
                  "PasswordResetResource",
                  "PermissionsResource",
                  "ProfileResource",
                  "PublicResource",
                  "ResetLinkResource",
                  "RolesResource",
                  "SessionsResource",
                  "SharingResource",
                  "SignInResource",
                  "SignOutResource",
                  "UserApiKeysResource",
                  "UserSessionsResource",
                  "UsersResource",
                  "VerifyResource")),
          Map.entry(
              "org.janua.throttle", List.of("Admission", "Pause", "Quota", "Throttle", "Ticket")),
          Map.entry("org.janua.text", List.of("Line")),
          Map.entry("org.janua.token", List.of("Claims", "SessionKey", "Tokens")),
          Map.entry(
              "org.janua.web",
              List.of(
                  "BeanClasses",
                  "CallerProducer",
                  "CarriedSecurityContext",
                  "Mechanism",
                  "MechanismSwitch",
                  "PermissionInterceptor",
                  "Startup")),
          Map.entry("org.janua.web.pages", List.of("PageServlet")));

  /** Who may know whom: a package, and those below it that it may use. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry(
              "web",
              Set.of(
                  "rest",
                  ROOT,
                  "config",
                  "doctor",
                  "request",
                  "session",
                  "resource",
                  "access",
                  "network",
                  "jpa",
                  "api",
                  "digest")),
          Map.entry("doctor", Set.of("config")),
          Map.entry(
              "rest",
              Set.of(
                  ROOT,
                  "config",
                  "request",
                  "signin",
                  "account",
                  "resource",
                  "apikey",
                  "throttle",
                  "session",
                  "access",
                  "provider",
                  "audit",
                  "jpa",
                  "api",
                  "text")),
          Map.entry(
              "resource",
              Set.of(
                  "config", "account", "entitlement", "access", "audit", "memory", "jpa", "api")),
          Map.entry(
              ROOT,
              Set.of(
                  "config",
                  "request",
                  "signin",
                  "account",
                  "resource",
                  "apikey",
                  "session",
                  "entitlement",
                  "access",
                  "token",
                  "provider",
                  "throttle",
                  "audit",
                  "mail",
                  "memory",
                  "jpa",
                  "api")),
          Map.entry(
              "request",
              Set.of(
                  "config",
                  "apikey",
                  "session",
                  "access",
                  "provider",
                  "token",
                  "audit",
                  "jpa",
                  "api")),
          Map.entry(
              "signin",
              Set.of(
                  "account",
                  "throttle",
                  "session",
                  "access",
                  "provider",
                  "audit",
                  "memory",
                  "jpa",
                  "api")),
          Map.entry(
              "account",
              Set.of(
                  "config",
                  "throttle",
                  "session",
                  "access",
                  "provider",
                  "audit",
                  "mail",
                  "memory",
                  "jpa",
                  "api",
                  "digest",
                  "text")),
          Map.entry(
              "apikey",
              Set.of(
                  "account",
                  "entitlement",
                  "access",
                  "audit",
                  "memory",
                  "jpa",
                  "api",
                  "digest",
                  "text")),
          Map.entry("throttle", Set.of("config", "network", "jpa", "digest")),
          Map.entry(
              "session",
              Set.of("config", "entitlement", "access", "token", "audit", "memory", "jpa", "api")),
          Map.entry("entitlement", Set.of("config", "access", "memory", "jpa", "digest")),
          Map.entry("access", Set.of("config", "api")),
          Map.entry("provider", Set.of("config", "access", "jpa", "digest")),
          Map.entry("audit", Set.of("access", "network", "jpa", "api")),
          Map.entry("jpa", Set.of()),
          Map.entry("token", Set.of("digest")),
          Map.entry("config", Set.of("network", "digest", "text")),
          Map.entry("mail", Set.of("config")),
          Map.entry("memory", Set.of()),
          Map.entry("network", Set.of()),
          Map.entry("digest", Set.of()),
          Map.entry("text", Set.of()),
          Map.entry("api", Set.of()));

  @ArchTest static final ArchRule arrows_point_one_way = arrows();

  @ArchTest
  static final ArchRule the_core_is_plain_java =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.janua.web..", "org.janua.rest..", "org.janua.api..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.servlet..",
              "jakarta.ws.rs..",
              "jakarta.enterprise..",
              "jakarta.inject..",
              "jakarta.security..",
              "jakarta.ejb..",
              "jakarta.json..")
          .because("a decision must be testable without a server, and the same on all of them");

  @ArchTest
  static final ArchRule persistence_stays_in_its_package =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.janua.jpa..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..")
          .because("outside a unit of work there is no transaction, no retry and no 503");

  @ArchTest
  static final ArchRule mail_is_optional =
      noClasses()
          .that()
          .haveNameNotMatching("org\\.janua\\.mail\\.MailSession(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.mail..", "jakarta.activation..")
          .because("a server without it must load every other class");

  @ArchTest
  static final ArchRule the_api_knows_no_library =
      classes()
          .that()
          .resideInAPackage("org.janua.api..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("org.janua.api..", "java..", "jakarta..")
          .because("what an application compiles against must not choose its libraries");

  @ArchTest
  @ArchTag("IP-05")
  static final ArchRule nobody_resolves_a_name =
      noClasses()
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(InetAddress.class, InetSocketAddress.class)
          .because("text from outside must not become a question to the domain name system");

  @ArchTest
  static final ArchRule names_say_what_a_type_does =
      noClasses()
          .should()
          .haveNameMatching(".*(Utils?|Helpers?|Managers?|Handlers?|Impl|Misc|Common)(\\$.*)?")
          .orShould()
          .haveNameMatching(".*[.$](Abstract|Base)[A-Z].*")
          .orShould()
          .resideInAnyPackage("..util..", "..utils..", "..helper..", "..common..", "..impl..")
          .because("a drawer without a name collects everything");

  @ArchTest
  static final ArchRule time_is_injected =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.janua")
          .should()
          .callMethodWhere(
              describe(
                  "reads the clock of the machine",
                  call ->
                      fullNameMatching(
                              "java\\.lang\\.System\\.currentTimeMillis\\(\\)"
                                  + "|java\\.time\\.\\w+\\.now\\(.*\\)"
                                  + "|java\\.time\\.(Clock|InstantSource)\\.(system|tick).*")
                          .test(call.getTarget())))
          .orShould()
          .callConstructor(Date.class)
          .because("a test must be able to say what time it is");

  @ArchTest
  static final ArchRule chance_is_secure =
      noClasses()
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Random.class, ThreadLocalRandom.class)
          .orShould()
          .callMethod(Math.class, "random")
          .because("what can be guessed is no secret: SecureRandom only");

  @ArchTest
  static final ArchRule every_password_that_is_checked_is_counted =
      classes()
          .that(
              describe(
                  "check passwords",
                  type ->
                      type.getAccessesFromSelf().stream()
                          .anyMatch(
                              access ->
                                  access.getTargetOwner().isEquivalentTo(PasswordHashing.class)
                                      && access.getName().equals("verify"))))
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Ticket.class)
          .because("a way in that is not limited is the one that is guessed through (RL-09)");

  @ArchTest
  static final ArchRule fields_are_final =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .areNotAnnotatedWith(Entity.class)
          .and()
          .areDeclaredInClassesThat()
          .areNotAnnotatedWith(Embeddable.class)
          .and()
          .areDeclaredInClassesThat()
          .doNotHaveFullyQualifiedName("org.janua.web.Installation") // a life: down, running, ended
          .and()
          .areDeclaredInClassesThat()
          .doNotHaveFullyQualifiedName("org.janua.web.CallerRequest") // one request: until logout
          .and()
          .areDeclaredInClassesThat()
          .doNotHaveFullyQualifiedName("org.janua.web.StrangerResponse") // one response: refused
          .and()
          .areDeclaredInClassesThat()
          .doNotHaveFullyQualifiedName("org.janua.jpa.Tx") // one unit of work: undone
          .and()
          .areDeclaredInClassesThat()
          .doNotHaveFullyQualifiedName("org.janua.signin.FirstStart") // once it is over it is over
          .should()
          .beFinal()
          .because("what never changes needs no lock and no second look");

  @ArchTest
  static final ArchRule secrets_do_not_print_themselves =
      methods()
          .that()
          .haveName("reveal")
          .should()
          .beDeclaredInClassesThat(areNoRecordsAndSayWhatTheyPrint())
          .because("a record prints its parts, and logs are read by many");

  @ArchTest
  static void what_is_public_is_listed(JavaClasses all) {
    Set<String> listed = new TreeSet<>();
    ENTRY_POINTS.forEach((home, names) -> names.forEach(name -> listed.add(home + "." + name)));
    assertThat(publicTypes(all)).as("public types").containsExactlyElementsOf(listed);
  }

  private static Set<String> publicTypes(JavaClasses all) {
    return all.stream()
        .filter(JavaClass::isTopLevelClass)
        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(type -> !(type.getPackageName() + ".").startsWith("org.janua.api."))
        .map(JavaClass::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static DescribedPredicate<JavaClass> areNoRecordsAndSayWhatTheyPrint() {
    return describe(
        "are no records and have a toString of their own",
        type -> !type.isRecord() && type.tryGetMethod("toString").isPresent());
  }

  private static ArchRule arrows() {
    LayeredArchitecture house =
        layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
    for (String name : MAY_USE.keySet()) {
      house =
          house.layer(name).definedBy(name.equals(ROOT) ? "org.janua" : "org.janua." + name + "..");
    }
    for (Map.Entry<String, Set<String>> arrow : MAY_USE.entrySet()) {
      LayeredArchitecture.LayerDependencySpecification from = house.whereLayer(arrow.getKey());
      house =
          arrow.getValue().isEmpty()
              ? from.mayNotAccessAnyLayer()
              : from.mayOnlyAccessLayers(arrow.getValue().toArray(String[]::new));
    }
    return house
        .ensureAllClassesAreContainedInArchitecture()
        .because("a package that knows its callers cannot be read, tested or replaced alone");
  }
}
