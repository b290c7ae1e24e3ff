package org.janua.jpa;

import java.util.ArrayList;
import java.util.List;

/** What one unit of work may touch. Belongs to one thread and ends with the unit of work. */
public final class Tx {
  private final Users users;
  private final Sessions sessions;
  private final Settings settings;
  private final Roles roles;
  private final Groups groups;
  private final Throttles throttles;
  private final Resources resources;
  private final ApiKeys apiKeys;
  private final AuditEvents audit;
  private final PasswordResets passwordResets;
  private final List<Runnable> followUps = new ArrayList<>();
  private boolean undone;

  Tx(Entities entities) {
    this.users = new Users(entities);
    this.sessions = new Sessions(entities);
    this.settings = new Settings(entities);
    this.roles = new Roles(entities);
    this.groups = new Groups(entities);
    this.throttles = new Throttles(entities);
    this.resources = new Resources(entities);
    this.apiKeys = new ApiKeys(entities);
    this.audit = new AuditEvents(entities);
    this.passwordResets = new PasswordResets(entities);
  }

  public Users users() {
    return users;
  }

  public Sessions sessions() {
    return sessions;
  }

  public Settings settings() {
    return settings;
  }

  public Roles roles() {
    return roles;
  }

  public Groups groups() {
    return groups;
  }

  public ApiKeys apiKeys() {
    return apiKeys;
  }

  public Throttles throttles() {
    return throttles;
  }

  public Resources resources() {
    return resources;
  }

  public AuditEvents audit() {
    return audit;
  }

  public PasswordResets passwordResets() {
    return passwordResets;
  }

  /**
   * Has something done once this unit of work is committed, by the thread that called it and before
   * the call returns; not at all when it is rolled back. What that throws is logged and harms
   * nobody.
   */
  public void afterCommit(Runnable followUp) {
    followUps.add(followUp);
  }

  List<Runnable> followUps() {
    return undone ? List.of() : followUps;
  }

  /**
   * Leaves nothing behind of this unit of work, whatever it answers and writes from here on: how a
   * change is refused that can only be judged once it is made.
   */
  public void undo() {
    undone = true;
  }

  boolean isUndone() {
    return undone;
  }
}
