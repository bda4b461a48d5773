package dev.assay.streams.settings;

import java.util.regex.Pattern;

/**
 * Variables that Kubernetes puts into every container for a Service of its namespace, named {@code assay} or {@code assay-…}. They are no
 * settings, even where one has a setting's name: {@code ASSAY_HTTP_PORT=tcp://10.0.0.1:80} is a Service {@code assay-http}.
 */
final class ServiceVariables {
    private static final Pattern ADDRESSES = Pattern.compile("ASSAY_(\\w+_)?SERVICE_(HOST|PORT(_\\w+)?)");
    private static final Pattern PORTS = Pattern.compile("ASSAY_(\\w+_)?PORT_\\d+_(TCP|UDP|SCTP)(_PROTO|_PORT|_ADDR)?");
    private static final Pattern LINKS = Pattern.compile("ASSAY_(\\w+_)?PORT");
    private static final Pattern LINK = Pattern.compile("(tcp|udp|sctp)://\\S*");

    private ServiceVariables() {}

    static boolean include(String name, String value) {
        return ADDRESSES.matcher(name).matches()
                || PORTS.matcher(name).matches()
                || (LINKS.matcher(name).matches() && LINK.matcher(value).matches());
    }
}
