package org.janua.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.janua.jpa.AuditQuery;
import org.janua.jpa.AuditRow;

/** {@code /auth/api/audit}: what happened, newest first, for administrators; read only. */
public final class AuditResource {

  private final Exchange exchange;

  AuditResource(Exchange exchange) {
    this.exchange = exchange;
  }

  /** A page of it. */
  @GET
  public Response list(
      @QueryParam("user") String user,
      @QueryParam("action") String action,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit) {
    AuditQuery query = AuditFilter.of(user, action, from, to);
    PageRequest page = PageRequest.of(null, null, limit);
    List<AuditRow> rows =
        exchange.janua().auditLog().page(query, AuditFilter.after(after), page.limit() + 1);
    return JsonText.ok(page.answer(rows, AuditJson::of, AuditRow::id));
  }
}
