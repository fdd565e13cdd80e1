package marketlab.storage.gcs;

import com.google.api.client.http.HttpContent;
import com.google.api.client.http.HttpExecuteInterceptor;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.auth.http.HttpTransportFactory;
import com.google.cloud.ServiceOptions;
import com.google.cloud.http.HttpTransportOptions;
import java.net.HttpURLConnection;
import java.time.Duration;

/** Google's HTTP transport with our time limits; it sends {@link GcsContent}. */
final class GcsTransport extends HttpTransportOptions {

    private static final long serialVersionUID = 1;

    /** The connection of a thread's request. Only closing it ends a blocked write. */
    private static final ThreadLocal<HttpURLConnection> CONNECTION = new ThreadLocal<>();

    GcsTransport(GcsSettings.Patience patience, HttpTransportFactory factory) {
        super(newBuilder()
                .setHttpTransportFactory(factory)
                .setConnectTimeout((int) patience.connect().toMillis())
                .setReadTimeout((int) patience.read().toMillis()));
    }

    static HttpTransport overJava() {
        return new NetHttpTransport.Builder()
                .setConnectionFactory(address -> {
                    HttpURLConnection connection = (HttpURLConnection) address.openConnection();
                    CONNECTION.set(connection);
                    return connection;
                })
                .build();
    }

    /** Closes the connection of this thread's request. */
    static void disconnect() {
        HttpURLConnection connection = CONNECTION.get();
        if (connection != null) {
            connection.disconnect();
        }
    }

    @Override
    public HttpRequestInitializer getHttpRequestInitializer(ServiceOptions<?, ?> options) {
        HttpRequestInitializer usual = super.getHttpRequestInitializer(options);
        return request -> {
            usual.initialize(request);
            HttpExecuteInterceptor first = request.getInterceptor();
            request.setInterceptor(sent -> {
                if (first != null) {
                    first.intercept(sent);
                }
                wrap(sent);
            });
        };
    }

    private static void wrap(HttpRequest request) {
        HttpContent content = request.getContent();
        if (content != null && !(content instanceof GcsContent)) {
            request.setContent(new GcsContent(content, Duration.ofMillis(request.getReadTimeout())));
        }
    }
}
