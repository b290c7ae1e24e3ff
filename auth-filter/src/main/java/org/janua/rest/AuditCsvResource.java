package org.janua.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.janua.audit.AuditLog;
import org.janua.jpa.AuditQuery;
import org.janua.jpa.AuditRow;

/** {@code /auth/api/audit.csv}: all that happened as a table, for administrators. */
public final class AuditCsvResource {

  private static final int PAGE = 500;
  private static final List<String> HEADER =
      List.of(
          "id",
          "at",
          "action",
          "outcome",
          "actor",
          "actor_id",
          "subject",
          "subject_id",
          "ip",
          "user_agent",
          "session",
          "details");

  private final AuditLog log;

  AuditCsvResource(Exchange exchange) {
    this.log = exchange.janua().auditLog();
  }

  /** Sends it while it is read, a page at a time; the first is read before anything is sent. */
  @GET
  public Response table(
      @QueryParam("user") String user,
      @QueryParam("action") String action,
      @QueryParam("from") String from,
      @QueryParam("to") String to) {
    AuditQuery query = AuditFilter.of(user, action, from, to);
    List<AuditRow> first = log.page(query, Optional.empty(), PAGE);
    StreamingOutput table = out -> write(out, query, first);
    return Response.ok(table)
        .header("Content-Type", "text/csv; charset=utf-8; header=present") // RFC 4180 3
        .header("Content-Disposition", "attachment; filename=\"audit.csv\"")
        .build();
  }

  private void write(OutputStream out, AuditQuery query, List<AuditRow> first) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write(CsvText.line(HEADER));
    List<AuditRow> page = first;
    while (!page.isEmpty()) {
      for (AuditRow row : page) {
        writer.write(CsvText.line(cells(row)));
      }
      writer.flush();
      Optional<String> after = Optional.of(page.get(page.size() - 1).id());
      page = page.size() < PAGE ? List.of() : log.page(query, after, PAGE);
    }
    writer.flush();
  }

  private static List<String> cells(AuditRow row) {
    return List.of(
        row.id(),
        row.at().toString(),
        row.action(),
        row.outcome(),
        row.actorName(),
        row.actorId(),
        row.subjectName(),
        row.subjectId(),
        row.ip(),
        row.userAgent(),
        row.session(),
        row.details());
  }
}
