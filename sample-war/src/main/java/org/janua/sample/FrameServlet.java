package org.janua.sample;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A servlet without a rule of its own: the service behind it says no, and nobody catches that. */
@WebServlet("/servlet/frame")
public class FrameServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @EJB private transient Recorder recorder;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().println(recorder.lastFrame(String.valueOf(request.getParameter("of"))));
  }
}
