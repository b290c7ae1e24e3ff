package org.janua.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * The response to a stranger. When the application refuses one, servers differ: 401 here, 403
 * there, an error page or a body of their own. This response notices the refusal and drops what is
 * written afterwards, so that one answer can be written for all of them.
 */
final class StrangerResponse extends HttpServletResponseWrapper {

  private volatile boolean refused; // an asynchronous answer comes from another thread

  StrangerResponse(HttpServletResponse response) {
    super(response);
  }

  boolean wasRefused() {
    return refused;
  }

  @Override
  public void setStatus(int status) {
    if (!notice(status)) {
      super.setStatus(status);
    }
  }

  @Override
  public void sendError(int status) throws IOException {
    if (!notice(status)) {
      super.sendError(status);
    }
  }

  @Override
  public void sendError(int status, String message) throws IOException {
    if (!notice(status)) {
      super.sendError(status, message);
    }
  }

  /** Not passed on: a container may commit a response whose status says the request is over. */
  private boolean notice(int status) {
    boolean refusal = status == SC_UNAUTHORIZED || status == SC_FORBIDDEN;
    refused = !isCommitted() && (refusal || refused);
    if (refusal && refused) {
      super.setStatus(SC_UNAUTHORIZED); // what stands if nothing can be written any more
      super.setHeader("WWW-Authenticate", "Bearer realm=\"janua\"");
    }
    return refused;
  }

  @Override
  public void setContentLength(int length) {
    if (!refused) {
      super.setContentLength(length);
    }
  }

  @Override
  public void setContentLengthLong(long length) {
    if (!refused) {
      super.setContentLengthLong(length);
    }
  }

  @Override
  public void flushBuffer() throws IOException {
    if (!refused) {
      super.flushBuffer();
    }
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    return refused ? new PrintWriter(Writer.nullWriter()) : super.getWriter();
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    return refused ? new Dropped() : super.getOutputStream();
  }

  /** Where the body of a refusal goes. */
  private static final class Dropped extends ServletOutputStream {

    private final OutputStream nowhere = OutputStream.nullOutputStream();

    @Override
    public void write(int octet) throws IOException {
      nowhere.write(octet);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("the body of a refusal is not written asynchronously");
    }
  }
}
