package org.janua.web.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files by the path they are served at. A file that others refer to gets its content's hash
 * into its name, so that browsers may keep it for good; references are rewritten accordingly.
 */
final class PageFiles {

  private static final String FOR_GOOD = "public, max-age=31536000, immutable";
  private static final String NEVER_STORED = "no-store";

  /** What a browser loads for the page. A file stands behind every file it refers to. */
  private static final List<Source> ASSETS =
      List.of(
          new Source("icon.svg", "image/svg+xml"),
          new Source("messages.js", "text/javascript;charset=utf-8"),
          new Source("page.js", "text/javascript;charset=utf-8"),
          new Source("reset.js", "text/javascript;charset=utf-8"),
          new Source("login.js", "text/javascript;charset=utf-8"),
          new Source("login.css", "text/css;charset=utf-8"));

  private static final Source LOGIN = new Source("login.html", "text/html;charset=utf-8");

  private final Map<String, String> hashedNames = new LinkedHashMap<>();
  private final Map<String, PageFile> files = new LinkedHashMap<>();

  private PageFiles() {}

  static Map<String, PageFile> load() {
    PageFiles loading = new PageFiles();
    ASSETS.forEach(loading::addAsset);
    loading.files.put("/auth/login", loading.read(LOGIN, NEVER_STORED));
    return Map.copyOf(loading.files);
  }

  private void addAsset(Source source) {
    PageFile file = read(source, FOR_GOOD);
    String hashedName = source.name().replace(".", "." + file.hash() + ".");
    hashedNames.put(source.name(), hashedName);
    files.put("/auth/assets/" + hashedName, file);
  }

  private PageFile read(Source source, String cacheControl) {
    String text = source.text();
    for (Map.Entry<String, String> name : hashedNames.entrySet()) {
      text = text.replace("/" + name.getKey() + '"', "/" + name.getValue() + '"');
    }
    return new PageFile(text.getBytes(StandardCharsets.UTF_8), source.contentType(), cacheControl);
  }

  private record Source(String name, String contentType) {

    String text() {
      try (InputStream in = PageFiles.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new IllegalStateException("the class path lacks org/janua/web/pages/" + name);
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
