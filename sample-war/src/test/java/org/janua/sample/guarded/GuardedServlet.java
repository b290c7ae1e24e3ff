package org.janua.sample.guarded;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;

/** A servlet without a rule of its own: it opens the door that is asked for, if that lets it. */
@WebServlet("/servlet/guarded")
public class GuardedServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient GuardedBean bean;
  @EJB private transient GuardedService service;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().println(open(request.getParameter("door"), request.getParameter("id")));
  }

  private String open(String door, String id) {
    return switch (door) {
      case "key" -> bean.key();
      case "text" -> bean.text(id);
      case "uuid" -> bean.uuid(UUID.fromString(id));
      case "wide" -> bean.wide("7", Long.parseLong(id));
      case "narrow" -> bean.narrow(Integer.parseInt(id), "7");
      case "constant" -> bean.constant(id == null ? null : GuardedBean.Camera.valueOf(id));
      case "inherited" -> bean.inherited();
      case "replaced" -> bean.replaced(id);
      case "change" -> bean.ofThePackage(id);
      case "service-key" -> service.key();
      case "service-text" -> service.text(id);
      case "service-change" -> service.change(id);
      default -> "there is no such door";
    };
  }
}
