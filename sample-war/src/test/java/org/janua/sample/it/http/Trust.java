package org.janua.sample.it.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Collections;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Https to a server whose certificate nobody else would believe. */
public final class Trust {

  private final SSLContext context;

  private Trust(SSLContext context) {
    this.context = context;
  }

  /** Trust in the certificates of a key store, and in no others. */
  public static Trust of(Path keyStore, String password) throws IOException {
    try {
      KeyStore own = KeyStore.getInstance(keyStore.toFile(), password.toCharArray());
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      for (String alias : Collections.list(own.aliases())) {
        trusted.setCertificateEntry(alias, own.getCertificate(alias));
      }
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return new Trust(context);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(keyStore.toString(), e);
    }
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
