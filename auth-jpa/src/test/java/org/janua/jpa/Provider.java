package org.janua.jpa;

import jakarta.persistence.spi.PersistenceProvider;
import jakarta.persistence.spi.PersistenceProviderResolver;
import jakarta.persistence.spi.PersistenceProviderResolverHolder;
import java.util.List;

/** The persistence providers of the servers: each server has one of them, the tests have both. */
enum Provider {
  ECLIPSELINK(new org.eclipse.persistence.jpa.PersistenceProvider()),
  HIBERNATE(new org.hibernate.jpa.HibernatePersistenceProvider());

  private final PersistenceProvider provider;

  Provider(PersistenceProvider provider) {
    this.provider = provider;
  }

  /** Opens a database as on a server that has this provider alone. */
  Database open(DatabaseSource source) {
    return open(source, new StatementMeter());
  }

  Database open(DatabaseSource source, StatementMeter meter) {
    PersistenceProviderResolverHolder.setPersistenceProviderResolver(only());
    try {
      return Database.open(source, meter);
    } finally {
      PersistenceProviderResolverHolder.setPersistenceProviderResolver(null);
    }
  }

  private PersistenceProviderResolver only() {
    return new PersistenceProviderResolver() {
      @Override
      public List<PersistenceProvider> getPersistenceProviders() {
        return List.of(provider);
      }

      @Override
      public void clearCachedProviders() {
        // nothing is cached
      }
    };
  }
}
