package org.janua.sample;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;

/** A business service for administrators, kept by the EJB container. */
@Stateless
public class Vault {
  @RolesAllowed("admin")
  public String open() {
    return "The vault is open.";
  }
}
