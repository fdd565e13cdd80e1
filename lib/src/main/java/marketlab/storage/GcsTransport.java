package marketlab.storage;

import com.google.api.client.http.HttpContent;
import com.google.api.client.http.HttpExecuteInterceptor;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.auth.http.HttpTransportFactory;
import com.google.cloud.ServiceOptions;
import com.google.cloud.http.HttpTransportOptions;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Google's HTTP, sending in larger pieces: its client hands over files by 8 KB, each of them a call of the system. */
final class GcsTransport extends HttpTransportOptions {

    private static final long serialVersionUID = 1;
    private static final int PIECE = 1 << 17;

    GcsTransport(GcsSettings.Patience patience, HttpTransportFactory factory) {
        super(newBuilder()
                .setHttpTransportFactory(factory)
                .setConnectTimeout((int) patience.connect().toMillis())
                .setReadTimeout((int) patience.read().toMillis()));
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
                enlarge(sent);
            });
        };
    }

    private static void enlarge(HttpRequest request) {
        HttpContent content = request.getContent();
        if (content != null && !(content instanceof Enlarged)) {
            request.setContent(new Enlarged(content));
        }
    }

    private record Enlarged(HttpContent content) implements HttpContent {

        @Override
        public long getLength() throws IOException {
            return content.getLength();
        }

        @Override
        public String getType() {
            return content.getType();
        }

        @Override
        public boolean retrySupported() {
            return content.retrySupported();
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            BufferedOutputStream pieces = new BufferedOutputStream(out, PIECE);
            content.writeTo(pieces);
            pieces.flush();
        }
    }
}
