package org.janua.sample.it.proxy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;

/**
 * Stands for a product that signs people in: it answers a proxy's question as the product's
 * documentation says. Who is signed in stands in the cookie {@code gatekeeper}: {@link #ADMIN},
 * {@link #USER}, or nobody.
 */
public final class Gatekeeper implements AutoCloseable {

  /** A person who is in the administrators' group. */
  public static final String ADMIN = "alice";

  /** A person who is not. */
  public static final String USER = "bob";

  private final Product product;
  private final HttpServer server;

  private Gatekeeper(Product product, HttpServer server) {
    this.product = product;
    this.server = server;
  }

  public static Gatekeeper start(Product product) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      Gatekeeper gatekeeper = new Gatekeeper(product, server);
      server.createContext("/", gatekeeper::answer);
      server.start();
      return gatekeeper;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Host and port. */
  public String authority() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(status(exchange), -1);
    exchange.close();
  }

  private int status(HttpExchange exchange) {
    Headers asked = exchange.getRequestHeaders();
    boolean askedRightly =
        exchange.getRequestMethod().equals("GET")
            && exchange.getRequestURI().getPath().equals(product.path)
            && product.needs.stream().allMatch(asked::containsKey);
    if (!askedRightly) {
      return 500;
    }
    String cookies = String.join(";", asked.getOrDefault("Cookie", List.of()));
    for (String name : List.of(ADMIN, USER)) {
      if (cookies.contains("gatekeeper=" + name)) {
        product.name(exchange.getResponseHeaders(), name);
        return product.yes;
      }
    }
    product.lead(exchange.getResponseHeaders());
    return product.no;
  }

  /** The products, as their documentation describes them. */
  public enum Product {
    /** Its endpoint for nginx; the way to the portal comes with the refusal. */
    AUTHELIA("/api/authz/auth-request", 200, 401, "X-Original-URL", "X-Original-Method") {
      @Override
      void name(Headers answer, String name) {
        answer.add("Remote-User", name);
        answer.add("Remote-Groups", groups(name, "dev,admins", "dev"));
        answer.add("Remote-Name", name.toUpperCase(Locale.ROOT));
        answer.add("Remote-Email", name + "@example.org");
      }

      @Override
      void lead(Headers answer) {
        answer.add("Location", "https://auth.example.org/?rd=https%3A%2F%2Fapp.example.org%2F");
      }
    },
    /** The outpost's endpoint for nginx. */
    AUTHENTIK("/outpost.goauthentik.io/auth/nginx", 200, 401, "X-Original-URL") {
      @Override
      void name(Headers answer, String name) {
        answer.add("X-authentik-username", name);
        answer.add("X-authentik-groups", groups(name, "dev|authentik Admins", "dev|admins,x"));
        answer.add("X-authentik-email", name + "@example.org");
        answer.add("X-authentik-uid", "900347b8a29876b45ca6f75722635ecf");
      }
    },
    /** With {@code --set-xauthrequest}; the user is the provider's id. */
    OAUTH2_PROXY("/oauth2/auth", 202, 401, "X-Forwarded-Uri", "X-Real-IP") {
      @Override
      void name(Headers answer, String name) {
        answer.add("X-Auth-Request-User", "248289761001");
        answer.add("X-Auth-Request-Preferred-Username", name);
        answer.add("X-Auth-Request-Groups", groups(name, "dev,admins", "dev"));
        answer.add("X-Auth-Request-Email", name + "@example.org");
      }
    },
    /** It leads to the provider by itself, and names people by their mail address. */
    TRAEFIK_FORWARD_AUTH("/", 200, 307, "X-Forwarded-Uri", "X-Forwarded-Method") {
      @Override
      void name(Headers answer, String name) {
        answer.add("X-Forwarded-User", name + "@example.org");
      }

      @Override
      void lead(Headers answer) {
        answer.add("Location", "https://accounts.example.org/o/oauth2/auth?state=x");
      }
    };

    private final String path;
    private final int yes;
    private final int no;
    private final List<String> needs;

    Product(String path, int yes, int no, String... needs) {
      this.path = path;
      this.yes = yes;
      this.no = no;
      this.needs = List.of(needs);
    }

    abstract void name(Headers answer, String name);

    void lead(Headers answer) {
      // the proxy knows the way
    }

    private static String groups(String name, String admin, String user) {
      return name.equals(ADMIN) ? admin : user;
    }
  }
}
