package org.janua.sample.it;

import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every check on every chosen server with every carrier; each server is started once for all. */
@ClassTemplate
@ExtendWith(EveryServer.class)
final class EveryServerIT {

  @Nested
  class StartingAndSigningIn extends SigningInChecks {}

  @Nested
  class ProtectedEndpoints extends EndpointChecks {}

  @Nested
  class PresentingCredentials extends CredentialChecks {}

  @Nested
  class ForgingTokens extends TokenChecks {}

  @Nested
  class SigningOut extends SignOutChecks {}

  @Nested
  class RequestsOfForeignPages extends SameOriginChecks {}

  @Nested
  class OwnSessions extends SessionChecks {}

  @Nested
  class KeysForPrograms extends ApiKeyChecks {}

  @Nested
  class ManagingUsers extends UserChecks {}

  @Nested
  class GroupsAndKeys extends GroupChecks {}

  @Nested
  class RolesOfTheApplication extends RoleChecks {}

  @Nested
  class BoardsAndIntegrations extends BoardChecks {}

  @Nested
  class Passwords extends PasswordChecks {}

  @Nested
  class ForgottenPasswords extends PasswordResetChecks {}

  @Nested
  class TheAuditLog extends AuditChecks {}

  @Nested
  class OddPaths extends PathChecks {}

  @Nested
  class GuardingForAnotherServer extends VerifyChecks {}

  @Nested
  class TheInternalPort extends InternalPortChecks {}

  @Nested
  class ManyAtOnce extends ConcurrencyChecks {}
}
