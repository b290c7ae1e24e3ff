package org.janua.sample.misguarded;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.janua.api.RequiresPermission;

/** A servlet is made by the container, and is no bean all the same. */
@WebServlet("/servlet/misguarded")
public class MisguardedServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  @RequiresPermission("board-create")
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_OK);
  }
}
