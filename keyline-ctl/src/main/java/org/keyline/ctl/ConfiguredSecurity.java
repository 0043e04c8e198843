package org.keyline.ctl;

import java.io.IOException;
import org.keyline.config.Configuration;
import org.keyline.config.store.Author;
import org.keyline.config.store.SaveResult;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Value;
import org.keyline.model.security.ClusterSecurityMode;

/**
 * The cluster security mode as an enterprise parameter in the configuration database. Services learn of a change from
 * their snapshots.
 *
 * @param configuration the open configuration
 */
public record ConfiguredSecurity(Configuration configuration) implements ClusterSecurity {
    @Override
    public void requireUsable() throws IOException {
        try {
            var _ = configuration.store().newestChanges(1);
        } catch (RuntimeException e) {
            throw new IOException("The configuration database cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public ClusterSecurityMode mode() {
        return configuration.snapshots().current().clusterSecurityMode();
    }

    @Override
    public void set(ClusterSecurityMode mode) throws IOException {
        if (mode != mode() && save(mode) instanceof SaveResult.Invalid(var problems)) {
            throw new IOException("The configuration refuses the mode: " + problems);
        }
    }

    private SaveResult save(ClusterSecurityMode mode) throws IOException {
        try {
            return configuration
                    .store()
                    .setParameter(
                            Kinds.get("enterprise"), "clusterSecurityMode", Value.of(mode.name()), Author.ctlClient());
        } catch (RuntimeException e) {
            throw new IOException("The configuration database does not take the mode", e);
        }
    }
}
