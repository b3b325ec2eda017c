package org.resourceequity.io.table;

import static java.util.Comparator.comparing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A zip, which may be packed by Deflate64, as Windows does with files over 2 GB. Names of entries
 * are only ever names here: nothing is written where they say.
 */
final class ZipArchive {

  private static final Charset NAMES = Charset.forName("windows-1252");

  private final DiskFile disk;
  private final String file;

  ZipArchive(DiskFile disk, String file) {
    this.disk = disk;
    this.file = file;
  }

  /** Returns the files in the zip by name. */
  List<ZipArchiveEntry> entries() throws IOException {
    try (ZipFile zip = zip()) {
      return Collections.list(zip.getEntries()).stream()
          .filter(entry -> !entry.isDirectory() && !entry.getName().startsWith("__MACOSX/"))
          .sorted(comparing(ZipArchiveEntry::getName))
          .toList();
    }
  }

  /** Opens a file in the zip. */
  GuardedStream open(
      ZipArchiveEntry entry, Progress progress, GuardedStream.@Nullable Budget budget)
      throws IOException {
    String name = file + '!' + entry.getName();
    ZipFile zip = zip();
    try {
      ZipArchiveEntry same = zip.getEntry(entry.getName());
      if (same == null || !zip.canReadEntryData(same)) {
        throw new ZipException(
            same == null
                ? "it is gone"
                : same.getGeneralPurposeBit().usesEncryption()
                    ? "it is protected by a password"
                    : "packing method " + same.getMethod() + " is not known");
      }
      InputStream in = new Checked(zip.getInputStream(same), same.getCrc(), zip);
      return new GuardedStream(
          new CountedStream(in, name, entry.getSize(), progress),
          name,
          Math.max(1, entry.getCompressedSize()),
          budget);
    } catch (IOException | RuntimeException | NoClassDefFoundError e) {
      // Some methods, such as that of zstd, need a library that is not there.
      zip.close();
      throw new TableException(
          name, "cannot be unpacked (" + e.getMessage() + ")", "a complete zip", e);
    }
  }

  private ZipFile zip() throws IOException {
    try {
      return ZipFile.builder()
          .setPath(disk.path())
          .setCharset(NAMES)
          .setIgnoreLocalFileHeader(true)
          .get();
    } catch (IOException | RuntimeException e) {
      // A damaged directory makes the reader throw many kinds.
      Interrupts.check(file);
      throw new TableException(
          file,
          "is a damaged or incomplete archive (" + e.getMessage() + ")",
          "a complete gz, zip or xlsx file: download it again",
          e);
    }
  }

  /** Compares the checksum at the end, and closes the zip. */
  private static final class Checked extends FilterInputStream {
    private final CheckedInputStream checked;
    private final long expected;
    private final ZipFile zip;

    private Checked(InputStream in, long expected, ZipFile zip) {
      this(new CheckedInputStream(in, new CRC32()), expected, zip);
    }

    private Checked(CheckedInputStream checked, long expected, ZipFile zip) {
      super(checked);
      this.checked = checked;
      this.expected = expected;
      this.zip = zip;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = in.read(buffer, offset, length);
      if (read < 0 && checked.getChecksum().getValue() != expected) {
        throw new ZipException("the content does not match its checksum");
      }
      return read;
    }

    @Override
    public void close() throws IOException {
      try {
        super.close();
      } finally {
        zip.close();
      }
    }
  }
}
