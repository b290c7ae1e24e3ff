package org.janua.sample.it.server;

import java.nio.file.Path;

/** A key for {@code localhost} with a certificate signed by itself, made by keytool. */
public final class TlsKey {

  /** The password of the key store and the key. */
  public static final String PASSWORD = "only for this test";

  static final String FILE = "tls.p12";

  private TlsKey() {}

  /** Makes a new one in a PKCS#12 file. */
  static void make(Jdk jdk, Path file) {
    Tool.run(
        new ProcessBuilder(
            jdk.tool("keytool").toString(),
            "-genkeypair",
            "-alias",
            "janua",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-ext",
            "SAN=dns:localhost",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            PASSWORD));
  }
}
