package org.janua.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;

/** The root of {@code /auth/api}. */
@Path("api")
public class Api {

  private final HttpServletRequest request;

  /** Made anew for each request. */
  public Api(@Context HttpServletRequest request) {
    this.request = request;
  }

  /** Signing in and out. */
  @Path("{path:login|signin}")
  public SignInResource signIn() {
    return new SignInResource(Exchange.of(request), request);
  }

  /** Signing out. */
  @Path("{path:logout|signout}")
  public SignOutResource signOut() {
    return new SignOutResource(Exchange.of(request));
  }

  /** What another server asks for its client. */
  @Path("verify")
  public VerifyResource verify() {
    return new VerifyResource(Exchange.of(request));
  }

  /** What anybody may ask. */
  @Path("")
  public PublicResource publicAnswers() {
    return new PublicResource(Exchange.of(request));
  }

  /** New passwords in place of forgotten ones. */
  @Path("password-reset")
  public PasswordResetResource passwordReset() {
    return new PasswordResetResource(Exchange.of(request));
  }

  /** The caller's own account. */
  @Path("profile")
  public ProfileResource profile() {
    return new ProfileResource(Exchange.of(request));
  }

  /** The caller's own sessions. */
  @Path("sessions")
  public SessionsResource sessions() {
    return new SessionsResource(Exchange.of(request));
  }

  /** The groups. */
  @Path("groups")
  public GroupsResource groups() {
    return new GroupsResource(Exchange.of(request));
  }

  /** The permission keys and the types of things. */
  @Path("permissions")
  public PermissionsResource permissions() {
    return new PermissionsResource(Exchange.of(request));
  }

  /** The caller's own API keys. */
  @Path("api-keys")
  public ApiKeysResource apiKeys() {
    return new ApiKeysResource(Exchange.of(request));
  }

  /** What happened. */
  @Path("audit")
  public AuditResource audit() {
    return new AuditResource(Exchange.of(request));
  }

  /** What happened, as a table. */
  @Path("audit.csv")
  public AuditCsvResource auditCsv() {
    return new AuditCsvResource(Exchange.of(request));
  }

  /** The roles. */
  @Path("roles")
  public RolesResource roles() {
    return new RolesResource(Exchange.of(request));
  }

  /** The accounts. */
  @Path("users")
  public UsersResource users() {
    return new UsersResource(Exchange.of(request));
  }

  /** Whom the application's things are given to. */
  @Path("resources")
  public SharingResource resources() {
    return new SharingResource(Exchange.of(request));
  }
}
