package org.janua.jpa;

/** What one unit of work may touch. Belongs to one thread and ends with the unit of work. */
public final class Tx {
  private final Users users;
  private final Sessions sessions;
  private final Settings settings;
  private final Roles roles;
  private final Throttles throttles;

  Tx(Entities entities) {
    this.users = new Users(entities);
    this.sessions = new Sessions(entities);
    this.settings = new Settings(entities);
    this.roles = new Roles(entities);
    this.throttles = new Throttles(entities);
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

  public Throttles throttles() {
    return throttles;
  }
}
