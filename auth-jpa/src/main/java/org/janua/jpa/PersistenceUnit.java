package org.janua.jpa;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceProvider;
import jakarta.persistence.spi.PersistenceProviderResolverHolder;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Our persistence unit, described in code. A persistence.xml in a library would be a second unit in
 * the application, and breaks every application that names none in its {@code @PersistenceContext}.
 */
final class PersistenceUnit implements PersistenceUnitInfo {
  private static final Map<String, String> SETTINGS =
      Map.of(
          // EclipseLink 5 otherwise joins the server's transactions
          "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
          "eclipselink.target-server", "None",
          // what an application asks of its own entities must not be done to ours
          "eclipselink.weaving", "false",
          "jakarta.persistence.schema-generation.database.action", "none",
          "jakarta.persistence.query.timeout", "2000", // milliseconds
          // what fails is thrown, and a conflict that is tried again is no news
          "eclipselink.logging.level", "SEVERE");

  /** Never the same twice: EclipseLink shares what it knows between units of one name. */
  private final String name = "janua-" + UUID.randomUUID();

  private final DataSource dataSource;
  private final ClassLoader loader;

  private PersistenceUnit(DataSource dataSource, ClassLoader loader) {
    this.dataSource = dataSource;
    this.loader = loader;
  }

  /** Opened by whichever provider the server has. */
  static EntityManagerFactory open(DataSource dataSource, ClassLoader loader) {
    PersistenceUnit unit = new PersistenceUnit(dataSource, loader);
    List<PersistenceProvider> providers =
        PersistenceProviderResolverHolder.getPersistenceProviderResolver()
            .getPersistenceProviders();
    return providers.stream()
        .map(provider -> provider.createContainerEntityManagerFactory(unit, SETTINGS))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("The server has no Jakarta Persistence provider"));
  }

  @Override
  public String getPersistenceUnitName() {
    return name;
  }

  @Override
  public String getPersistenceProviderClassName() {
    return null;
  }

  @Override
  public PersistenceUnitTransactionType getTransactionType() {
    return PersistenceUnitTransactionType.RESOURCE_LOCAL;
  }

  @Override
  public DataSource getJtaDataSource() {
    return null;
  }

  @Override
  public DataSource getNonJtaDataSource() {
    return dataSource;
  }

  @Override
  public List<String> getMappingFileNames() {
    return List.of();
  }

  @Override
  public List<URL> getJarFileUrls() {
    return List.of();
  }

  @Override
  public URL getPersistenceUnitRootUrl() {
    return PersistenceUnit.class.getProtectionDomain().getCodeSource().getLocation();
  }

  @Override
  public List<String> getManagedClassNames() {
    return List.of(
        UserEntity.class.getName(),
        AuditEntity.class.getName(),
        SessionEntity.class.getName(),
        SettingEntity.class.getName(),
        RoleEntity.class.getName(),
        RoleResourceEntity.class.getName(),
        RoleResourceEntity.Key.class.getName(),
        RoleSourceEntity.class.getName(),
        GroupEntity.class.getName(),
        GroupMemberEntity.class.getName(),
        GroupMemberEntity.Key.class.getName(),
        ApiKeyEntity.class.getName(),
        ApiKeyPermissionEntity.class.getName(),
        ApiKeyPermissionEntity.Key.class.getName(),
        ThrottleEntity.class.getName(),
        ResourceEntity.class.getName(),
        ResourceEntity.Key.class.getName(),
        UserGrantEntity.class.getName(),
        UserGrantEntity.Key.class.getName(),
        GroupGrantEntity.class.getName(),
        GroupGrantEntity.Key.class.getName(),
        PasswordResetEntity.class.getName());
  }

  @Override
  public boolean excludeUnlistedClasses() {
    return true;
  }

  @Override
  public SharedCacheMode getSharedCacheMode() {
    return SharedCacheMode.NONE;
  }

  @Override
  public ValidationMode getValidationMode() {
    return ValidationMode.NONE;
  }

  @Override
  public Properties getProperties() {
    return new Properties();
  }

  @Override
  public String getPersistenceXMLSchemaVersion() {
    return "3.0";
  }

  @Override
  public ClassLoader getClassLoader() {
    return loader;
  }

  @Override
  public void addTransformer(ClassTransformer transformer) {
    // entities are used as compiled
  }

  @Override
  public ClassLoader getNewTempClassLoader() {
    return loader;
  }

  /** Jakarta Persistence 3.2; not in 3.1, so no annotation. */
  public String getScopeAnnotationName() {
    return null;
  }

  /** Jakarta Persistence 3.2; not in 3.1, so no annotation. */
  public List<String> getQualifierAnnotationNames() {
    return List.of();
  }
}
