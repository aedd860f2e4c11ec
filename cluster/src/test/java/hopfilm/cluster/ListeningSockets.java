package hopfilm.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Addresses at which a process listens, as Linux lists them in {@code /proc}. */
final class ListeningSockets {

  private static final String LISTENING = "0A";

  private ListeningSockets() {}

  /** Whether this system has such lists. */
  static boolean areKnown() {
    return Files.exists(Path.of("/proc/net/tcp"));
  }

  /** The addresses of a process, without ports. */
  static List<InetAddress> of(ProcessHandle process) throws IOException {
    Set<String> own = sockets(process.pid());
    List<InetAddress> addresses = new ArrayList<>();
    for (String list : List.of("tcp", "tcp6")) {
      Path file = Path.of("/proc", Long.toString(process.pid()), "net", list);
      for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
        String[] words = line.strip().split("\\s+");
        if (words.length > 9 && words[3].equals(LISTENING) && own.contains(words[9])) {
          addresses.add(address(words[1].split(":")[0]));
        }
      }
    }
    return addresses;
  }

  private static Set<String> sockets(long pid) throws IOException {
    Set<String> inodes = new TreeSet<>();
    List<Path> open;
    try (Stream<Path> all = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      open = all.toList();
    }
    for (Path descriptor : open) {
      try {
        String to = Files.readSymbolicLink(descriptor).toString();
        if (to.startsWith("socket:[")) {
          inodes.add(to.substring(8, to.length() - 1));
        }
      } catch (NoSuchFileException e) {
        continue; // closed meanwhile
      }
    }
    return inodes;
  }

  /** Linux writes words of four bytes in the order of the processor. */
  private static InetAddress address(String hex) throws IOException {
    ByteBuffer given = ByteBuffer.wrap(HexFormat.of().parseHex(hex)).order(ByteOrder.nativeOrder());
    ByteBuffer bytes = ByteBuffer.allocate(given.capacity());
    while (given.hasRemaining()) {
      bytes.putInt(given.getInt());
    }
    return InetAddress.getByAddress(bytes.array());
  }
}
