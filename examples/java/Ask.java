import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks a running Qingdan its three questions. Java 17 or newer, no dependencies: java -Dfile.encoding=UTF-8 Ask.java
 * (without the option Java 17 reads this file in the encoding of the machine).
 *
 * <p>A program that has a JSON library uses that; here the nested class Json stands in for one.
 */
public final class Ask {
  private static final String ADDRESS = System.getenv().getOrDefault("QINGDAN_URL", "http://127.0.0.1:3000");
  private static final String KEY = System.getenv("QINGDAN_KEY");
  private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  public static void main(String[] args) throws IOException, InterruptedException {
    // Before Java 18 the platform's encoding, often not UTF-8, is that of System.out.
    System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    show(ask("certificate", "婚姻状况证明"));
    show(ask("certificate", "居住证明"));
    show(ask("signboard", "村民委员会"));
    show(ask("task", "人口普查协助"));
    try {
      ask("certificate", " ");
    } catch (IOException refused) {
      System.out.println("refused: " + refused.getMessage());
    }
  }

  /** The answer to one question; what is no answer is an IOException with the detail of the problem. */
  static Map<?, ?> ask(String kind, String name) throws IOException, InterruptedException {
    String query = "kind=" + kind + "&on=2026-11-22&name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(ADDRESS + "/v1/check?" + query))
            .timeout(Duration.ofSeconds(30))
            .header("Accept-Language", "en");
    if (KEY != null) request.header("Authorization", "Bearer " + KEY);
    HttpResponse<String> response =
        CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (response.statusCode() != 200) throw new IOException(refusal(response));
    if (!(Json.read(response.body()) instanceof Map<?, ?> body)) throw new IOException("no JSON object was sent");
    return body;
  }

  /** Status and detail of a refusal, and when to come back. A proxy on the way may send no problem details. */
  private static String refusal(HttpResponse<String> response) {
    String wait = response.headers().firstValue("Retry-After").map(s -> " (again after " + s + " s)").orElse("");
    Object detail = null;
    try {
      if (Json.read(response.body()) instanceof Map<?, ?> problem) detail = problem.get("detail");
    } catch (IOException noJson) {
      // Then the status has to do.
    }
    return response.statusCode() + (detail == null ? "" : " " + detail) + wait;
  }

  static void show(Map<?, ?> answer) {
    Object allowed = answer.get("allowed");
    // Null means that a person decides. A missing field must not be taken for it, nor for a yes.
    if (!answer.containsKey("allowed")) throw new IllegalStateException("this is no answer: " + answer);
    String next = allowed == null ? "ask a person" : Boolean.TRUE.equals(allowed) ? "go ahead" : "do not demand it";
    System.out.println(((Map<?, ?>) answer.get("query")).get("name") + ": " + answer.get("outcome") + ", " + next);
    System.out.println("  " + answer.get("reason"));
    for (Object finding : (List<?>) answer.get("findings")) {
      Map<?, ?> citation = (Map<?, ?>) ((Map<?, ?>) finding).get("citation");
      System.out.println("  source: " + citation.get("document"));
    }
  }

  /** Reads JSON (RFC 8259) into maps, lists, strings, doubles, booleans and null; it is lenient towards numbers. */
  static final class Json {
    private final String text;
    private int at;

    private Json(String text) {
      this.text = text;
    }

    static Object read(String text) throws IOException {
      try {
        Json json = new Json(text);
        Object value = json.value();
        if (json.next() != '\0') throw json.wrong();
        return value;
      } catch (StringIndexOutOfBoundsException | NumberFormatException unreadable) {
        throw new IOException("no JSON was sent", unreadable);
      }
    }

    private IOException wrong() {
      return new IOException("no JSON was sent: character " + at);
    }

    /** The next character that is no blank, without taking it; a zero at the end. */
    private char next() {
      while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
      return at < text.length() ? text.charAt(at) : '\0';
    }

    private boolean take(char wanted) {
      if (next() != wanted) return false;
      at++;
      return true;
    }

    private void need(char wanted) throws IOException {
      if (!take(wanted)) throw wrong();
    }

    private Object value() throws IOException {
      switch (next()) {
        case '{':
          return object();
        case '[':
          return list();
        case '"':
          return string();
        default:
          int from = at;
          while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) at++;
          String word = text.substring(from, at);
          return switch (word) {
            case "null" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> Double.valueOf(word);
          };
      }
    }

    private Map<String, Object> object() throws IOException {
      Map<String, Object> members = new LinkedHashMap<>();
      need('{');
      if (take('}')) return members;
      do {
        String name = string();
        need(':');
        members.put(name, value());
      } while (take(','));
      need('}');
      return members;
    }

    private List<Object> list() throws IOException {
      List<Object> entries = new ArrayList<>();
      need('[');
      if (take(']')) return entries;
      do entries.add(value());
      while (take(','));
      need(']');
      return entries;
    }

    private String string() throws IOException {
      need('"');
      StringBuilder written = new StringBuilder();
      for (char one = text.charAt(at++); one != '"'; one = text.charAt(at++)) {
        written.append(one == '\\' ? escaped() : one);
      }
      return written.toString();
    }

    private char escaped() throws IOException {
      char one = text.charAt(at++);
      if (one == 'u') {
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
      }
      int known = "\"\\/bfnrt".indexOf(one);
      if (known < 0) throw wrong();
      return "\"\\/\b\f\n\r\t".charAt(known);
    }
  }
}
