package org.janua.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A request put together by hand. */
public final class AnyRequest implements Inbound {

  private final String method;
  private final String path;
  private final Map<String, List<String>> headers = new TreeMap<>();
  private String target;
  private int port = 8080;
  private boolean secure;
  private boolean trusted;

  private AnyRequest(String method, String path) {
    this.method = method;
    this.path = path;
    this.target = path;
  }

  public static AnyRequest get(String path) {
    return new AnyRequest("GET", path);
  }

  public static AnyRequest of(String method, String path) {
    return new AnyRequest(method, path);
  }

  public AnyRequest with(String header, String value) {
    headers.computeIfAbsent(header.toLowerCase(Locale.ROOT), h -> new ArrayList<>()).add(value);
    return this;
  }

  AnyRequest writtenAs(String rawTarget) {
    target = rawTarget;
    return this;
  }

  public AnyRequest arrivingAt(int localPort) {
    port = localPort;
    return this;
  }

  AnyRequest overTls() {
    secure = true;
    return this;
  }

  public AnyRequest viaTrustedProxy() {
    trusted = true;
    return this;
  }

  @Override
  public String method() {
    return method;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public String target() {
    return target;
  }

  @Override
  public List<String> headers(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  @Override
  public int localPort() {
    return port;
  }

  @Override
  public boolean isViaTrustedProxy() {
    return trusted;
  }

  @Override
  public String address() {
    return "192.0.2.7";
  }

  @Override
  public boolean isSecure() {
    return secure;
  }

  @Override
  public String origin() {
    return (secure ? "https" : "http") + "://app.example";
  }
}
