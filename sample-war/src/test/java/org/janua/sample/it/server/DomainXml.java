package org.janua.sample.it.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The {@code domain.xml} of one instance. */
final class DomainXml {

  private static final String LOOPBACK = "127.0.0.1";

  private final Path file;

  DomainXml(Path file) {
    this.file = file;
  }

  /** Moves every listener to the loopback address and to a free port; clusters are off. */
  void move(Ports ports) throws IOException {
    try {
      Document document =
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
      Iterator<Integer> spare = ports.spare().iterator();
      Element server = serverConfig(document);
      listeners(server).forEach(listener -> place(listener, ports, spare));
      elements(server, "system-property")
          .filter(property -> property.getAttribute("name").equals("JMS_PROVIDER_PORT"))
          .forEach(jms -> jms.setAttribute("value", spare.next().toString()));
      elements(server, "hazelcast-config-specific-configuration")
          .forEach(cluster -> cluster.setAttribute("enabled", "false"));
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(file.toFile()));
    } catch (ParserConfigurationException | SAXException | TransformerException e) {
      throw new IOException(file.toString(), e);
    }
  }

  private static void place(Element listener, Ports ports, Iterator<Integer> spare) {
    int port =
        switch (listener.getAttribute("name")) {
          case "http-listener-1" -> ports.http();
          case "admin-listener" -> ports.management();
          default -> spare.next();
        };
    listener.setAttribute("port", Integer.toString(port));
    listener.setAttribute("address", LOOPBACK);
  }

  /** The configuration of the server itself; the other one is a template. */
  private static Element serverConfig(Document document) {
    return elements(document.getDocumentElement(), "config")
        .filter(config -> config.getAttribute("name").equals("server-config"))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Element> listeners(Element server) {
    return Stream.of("network-listener", "iiop-listener", "jmx-connector")
        .flatMap(tag -> elements(server, tag));
  }

  private static Stream<Element> elements(Element parent, String tag) {
    NodeList nodes = parent.getElementsByTagName(tag);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i));
  }
}
