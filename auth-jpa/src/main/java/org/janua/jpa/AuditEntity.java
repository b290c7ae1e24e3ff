package org.janua.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Never edited, so no version. */
@Entity(name = "AuditEvent")
@Table(name = "auth_audit_event")
class AuditEntity {
  private static final int ID_LENGTH = 36;
  private static final int SUBJECT_ID_LENGTH = 255;
  private static final int NAME_LENGTH = 512;
  private static final int IP_LENGTH = 64;

  @Id private String id;

  private long at;

  private String action;

  private String outcome;

  @Column(name = "actor_id")
  private String actorId;

  @Column(name = "actor_name")
  private String actorName;

  @Column(name = "actor_canonical")
  private String actorCanonical;

  @Column(name = "subject_id")
  private String subjectId;

  @Column(name = "subject_name")
  private String subjectName;

  @Column(name = "subject_canonical")
  private String subjectCanonical;

  private String ip;

  @Column(name = "user_agent")
  private String userAgent;

  @Column(name = "session_id")
  private String session;

  private String details;

  protected AuditEntity() {}

  AuditEntity(AuditRow row) {
    this.id = row.id();
    this.at = row.at().toEpochMilli();
    this.action = row.action();
    this.outcome = row.outcome();
    this.actorId = Text.fit(row.actorId(), ID_LENGTH);
    this.actorName = Text.fit(row.actorName(), NAME_LENGTH);
    this.actorCanonical = Text.fit(AuditRow.canonical(row.actorName()), NAME_LENGTH);
    this.subjectId = Text.fit(row.subjectId(), SUBJECT_ID_LENGTH);
    this.subjectName = Text.fit(row.subjectName(), NAME_LENGTH);
    this.subjectCanonical = Text.fit(AuditRow.canonical(row.subjectName()), NAME_LENGTH);
    this.ip = Text.fit(row.ip(), IP_LENGTH);
    this.userAgent = Text.fit(row.userAgent(), NAME_LENGTH);
    this.session = Text.fit(row.session(), ID_LENGTH);
    this.details = row.details();
  }

  AuditRow row() {
    return new AuditRow(
        id,
        Instant.ofEpochMilli(at),
        action,
        outcome,
        actorId,
        actorName,
        subjectId,
        subjectName,
        ip,
        userAgent,
        session,
        details);
  }
}
