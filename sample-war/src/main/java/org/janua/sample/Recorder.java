package org.janua.sample;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.janua.api.Access;
import org.janua.api.ResourceRef;

/** A business service that keeps the rule itself, whoever calls it. */
@Stateless
public class Recorder {
  @Inject private Access access;

  public String lastFrame(String camera) {
    access.require("view", new ResourceRef("camera", camera));
    return "The last frame of " + camera + " is black.";
  }
}
