package org.resourceequity.internal;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Numbers for keys, from 0 in the order in which they come: a list and the map of its places in
 * one, without an object for each key. A look-up takes constant time. For one thread while keys are
 * added, for any number of threads afterwards.
 *
 * @param <K> the keys, with equals and hashCode
 */
public final class Numbering<K> implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final int FEWEST = 16;

  private final ArrayList<K> keys;
  private transient int[] hashes;

  /** One more than the number of the key in each slot; 0 where there is none. */
  private transient int[] slots;

  /** Makes a numbering without keys. */
  public Numbering() {
    keys = new ArrayList<>();
    hashes = new int[FEWEST];
    slots = new int[2 * FEWEST];
  }

  /** Makes a numbering of the same keys; those that join one of the two do not join the other. */
  public Numbering(Numbering<K> other) {
    keys = new ArrayList<>(other.keys);
    hashes = other.hashes.clone();
    slots = other.slots.clone();
  }

  /** Returns the number of a key, which joins if it is new. */
  public int add(K key) {
    return add(key, hash(key));
  }

  private int add(K key, int hash) {
    int slot = slot(key, hash);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    int number = keys.size();
    if (number == hashes.length) {
      grow();
      slot = slot(key, hash);
    }
    keys.add(key);
    hashes[number] = hash;
    slots[slot] = number + 1;
    return number;
  }

  /** Returns the number of a key, -1 if it has none. */
  public int find(Object key) {
    return slots[slot(key, hash(key))] - 1;
  }

  /** Adds another's keys; returns their numbers here, by their numbers there. */
  public int[] addAll(Numbering<? extends K> other) {
    int[] places = new int[other.size()];
    for (int i = 0; i < places.length; i++) {
      K key = other.keys.get(i);
      places[i] = isHere(key, i) ? i : add(key, other.hashes[i]);
    }
    return places;
  }

  /** As often as not the keys of two numberings come in the same order. */
  private boolean isHere(Object key, int number) {
    return number < keys.size() && keys.get(number).equals(key);
  }

  /** Returns the keys by number. */
  public List<K> keys() {
    return Collections.unmodifiableList(keys);
  }

  /** Returns how many keys there are. */
  public int size() {
    return keys.size();
  }

  /** Returns the same keys with numbers in their own order. */
  public Numbering<K> sorted(Comparator<? super K> order) {
    Numbering<K> sorted = new Numbering<>();
    if (isSorted(order)) {
      sorted.keys.addAll(keys);
      sorted.hashes = hashes.clone();
      sorted.slots = slots.clone();
      return sorted;
    }
    List<K> inOrder = new ArrayList<>(keys);
    inOrder.sort(order);
    inOrder.forEach(sorted::add);
    return sorted;
  }

  private boolean isSorted(Comparator<? super K> order) {
    for (int i = 1; i < keys.size(); i++) {
      if (order.compare(keys.get(i - 1), keys.get(i)) > 0) {
        return false;
      }
    }
    return true;
  }

  /** Returns the numbers here of another's keys, by their numbers there. */
  public int[] places(Numbering<? extends K> other) {
    int[] places = new int[other.size()];
    for (int i = 0; i < places.length; i++) {
      Object key = other.keys.get(i);
      places[i] = isHere(key, i) ? i : find(key);
    }
    return places;
  }

  /** Keys that count up have hashes that do; the factor scatters them. */
  private static int hash(Object key) {
    int hash = key.hashCode() * 0x9E3779B9;
    return hash ^ (hash >>> 16);
  }

  private int slot(Object key, int hash) {
    int last = slots.length - 1;
    int slot = hash & last;
    while (slots[slot] != 0 && !isAt(slots[slot] - 1, key, hash)) {
      slot = (slot + 1) & last;
    }
    return slot;
  }

  private boolean isAt(int number, Object key, int hash) {
    return hashes[number] == hash && keys.get(number).equals(key);
  }

  private void grow() {
    hashes = Arrays.copyOf(hashes, 2 * hashes.length);
    place();
  }

  /** Puts all keys into slots anew. */
  private void place() {
    slots = new int[2 * hashes.length];
    int last = slots.length - 1;
    for (int number = 0; number < keys.size(); number++) {
      int slot = hashes[number] & last;
      while (slots[slot] != 0) {
        slot = (slot + 1) & last;
      }
      slots[slot] = number + 1;
    }
  }

  /** Another machine may give the keys other hashes. */
  @Serial
  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    int room = FEWEST;
    while (room < keys.size()) {
      room *= 2;
    }
    hashes = new int[room];
    for (int number = 0; number < keys.size(); number++) {
      hashes[number] = hash(keys.get(number));
    }
    place();
  }
}
