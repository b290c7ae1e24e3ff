package org.janua.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.janua.request.Problem;

/** The bytes of a request's body: at most 64 KiB of well-formed UTF-8. */
final class RequestBody {

  private static final int MOST = 64 * 1024;

  private RequestBody() {}

  static String text(InputStream body) {
    try {
      byte[] bytes = body.readNBytes(MOST + 1);
      if (bytes.length > MOST) {
        throw new ProblemException(
            Problem.of(413, "Content Too Large", "A body may have at most 64 KiB."));
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw ProblemException.malformed("The body is not UTF-8.");
    } catch (IOException e) {
      throw ProblemException.malformed("The body ended too early.");
    }
  }

  /** The media type without its parameters, in lower case; empty when there is none. */
  static String mediaType(String contentType) {
    String type = contentType == null ? "" : contentType;
    int parameters = type.indexOf(';');
    return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
  }

  static boolean isForm(HttpServletRequest request) {
    return mediaType(request.getContentType()).equals("application/x-www-form-urlencoded");
  }

  static ProblemException unsupported() {
    return new ProblemException(
        Problem.of(415, "Unsupported Media Type", "Send application/json in UTF-8."));
  }
}
