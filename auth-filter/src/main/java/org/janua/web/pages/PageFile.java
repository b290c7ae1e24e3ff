package org.janua.web.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.zip.GZIPOutputStream;
import org.janua.digest.Sha256;

/** One file in memory, plain and compressed. Immutable. */
final class PageFile {

  private static final int HASH_LENGTH = 16;

  private final byte[] plain;
  private final byte[] zipped;
  private final String hash;
  private final String contentType;
  private final String cacheControl;

  PageFile(byte[] content, String contentType, String cacheControl) {
    this.plain = content.clone();
    this.zipped = zip(content);
    this.hash = Sha256.hex(content).substring(0, HASH_LENGTH);
    this.contentType = contentType;
    this.cacheControl = cacheControl;
  }

  /** The first 64 bits of the content's SHA-256, in hex. */
  String hash() {
    return hash;
  }

  /** Answers a GET or HEAD, by 304 where the client already has this content. */
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    boolean zip = AcceptEncoding.allowsGzip(header(request, "Accept-Encoding"));
    // RFC 9110 8.8.3.3: two encodings of one resource are two entities, so they have two tags
    String tag = '"' + hash + (zip ? "-gzip" : "") + '"';
    response.setHeader("ETag", tag);
    response.setHeader("Cache-Control", cacheControl);
    response.addHeader("Vary", "Accept-Encoding");
    if (IfNoneMatch.names(tag, header(request, "If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    if (zip) {
      response.setHeader("Content-Encoding", "gzip");
    }
    write(zip ? zipped : plain, request, response);
  }

  private void write(byte[] body, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType(contentType);
    response.setContentLength(body.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(body);
    }
  }

  /** All lines of a list header as one, empty if there is none (RFC 9110 5.3). */
  private static String header(HttpServletRequest request, String name) {
    return String.join(",", Collections.list(request.getHeaders(name)));
  }

  private static byte[] zip(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
