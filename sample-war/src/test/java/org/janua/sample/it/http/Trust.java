package org.janua.sample.it.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Https to a server whose certificate nobody else would believe. */
public final class Trust {

  private final SSLContext context;

  private Trust(SSLContext context) {
    this.context = context;
  }

  /** Trust in the first certificate of a key store, and in no others. */
  public static Trust of(Path keyStore, String password) throws IOException {
    try {
      KeyStore own = KeyStore.getInstance(keyStore.toFile(), password.toCharArray());
      return in(own.getCertificate(own.aliases().nextElement()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(keyStore.toString(), e);
    }
  }

  /** Trust in what this certificate, in PEM, vouches for, and in no others. */
  public static Trust ofCertificate(Path file) throws IOException {
    try (InputStream pem = Files.newInputStream(file)) {
      return in(CertificateFactory.getInstance("X.509").generateCertificate(pem));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }

  private static Trust in(Certificate certificate) throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("trusted", certificate);
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return new Trust(context);
  }

  /** A client for {@link Call}. */
  public HttpClient client(HttpClient.Version version) {
    return HttpClient.newBuilder()
        .version(version)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(Duration.ofSeconds(10))
        .sslContext(context)
        .build();
  }

  /** Connections for {@link RawCall}. */
  public SocketFactory sockets() {
    return context.getSocketFactory();
  }
}
