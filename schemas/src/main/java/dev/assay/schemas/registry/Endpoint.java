package dev.assay.schemas.registry;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * One address of a registry.
 *
 * @param base address without user and without a slash at its end
 * @param authorization value of the Authorization header
 */
public record Endpoint(URI base, Optional<String> authorization) {

    static Endpoint of(String address, Credentials credentials) {
        URI uri = parsed(address);
        String user = uri.getUserInfo();
        return new Endpoint(
                withoutUser(uri), user == null ? credentials.authorization() : Optional.of(Credentials.basic(user)));
    }

    /** The address of a path under the base; the path is already encoded and begins with a slash. */
    URI at(String path) {
        return URI.create(base + path);
    }

    private static URI parsed(String address) {
        try {
            URI uri = new URI(address);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException malformed) {
            throw wrong();
        }
        throw wrong();
    }

    private static URI withoutUser(URI uri) {
        String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "");
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return URI.create(uri.getScheme() + "://" + uri.getHost() + port + path);
    }

    // The address is not shown: it may hold a password.
    private static IllegalArgumentException wrong() {
        return new IllegalArgumentException("setting " + RegistrySettings.URL
                + " holds something that is not an address: use http://HOST:PORT, https://HOST:PORT or mock://NAME,"
                + " and percent-encode special characters of a password");
    }

    /** The address alone. */
    @Override
    public String toString() {
        return base.toString();
    }
}
