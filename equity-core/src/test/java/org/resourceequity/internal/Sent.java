package org.resourceequity.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;

/** What is sent to another machine, and what arrives there. */
public final class Sent {

  private Sent() {}

  public static byte[] written(Object object) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ObjectOutputStream objects = new ObjectOutputStream(out)) {
      objects.writeObject(object);
    }
    return out.toByteArray();
  }

  public static Object read(byte[] sent) throws IOException, ClassNotFoundException {
    try (ObjectInputStream objects = new ObjectInputStream(new ByteArrayInputStream(sent))) {
      return objects.readObject();
    }
  }

  /** Returns what arrives of an object. */
  @SuppressWarnings("unchecked") // The same class was written.
  public static <T> T received(T object) throws IOException, ClassNotFoundException {
    return (T) read(written(object));
  }
}
