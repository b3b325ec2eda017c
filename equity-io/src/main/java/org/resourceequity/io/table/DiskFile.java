package org.resourceequity.io.table;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that can be read from any place: the user's, or an archive or workbook unpacked from
 * another one. An unpacked one is deleted when no table needs it any more, and at the latest when
 * Java ends.
 */
final class DiskFile {

  private static final Cleaner CLEANER = Cleaner.create();

  private final Path path;

  private DiskFile(Path path) {
    this.path = path;
  }

  static DiskFile of(Path path) {
    return new DiskFile(path);
  }

  /** Unpacks into a temporary file; the content must be whole. */
  static DiskFile unpack(Bytes bytes, String name) throws IOException {
    Path path = Files.createTempFile("equity", ".tmp");
    path.toFile().deleteOnExit();
    try (GuardedStream in = bytes.open();
        OutputStream out = Files.newOutputStream(path)) {
      in.transferTo(out);
      in.check();
    } catch (DamageException e) {
      delete(path);
      throw e.refusal(name);
    } catch (IOException | RuntimeException e) {
      delete(path);
      throw e;
    }
    DiskFile file = new DiskFile(path);
    CLEANER.register(file, () -> delete(path));
    return file;
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // It stays until Java ends.
    }
  }

  Path path() {
    return path;
  }
}
