/**
 * Pictures by address, fetched so that nobody can use it to reach a private network.
 *
 * <p>{@link dev.facecore.internal.fetch.ImageFetcher} follows an address and its redirects. Each
 * hop is a {@code WebAddress}, is let in by {@code FetchSlots}, has its host resolved and judged by
 * {@code HostLookup} and {@code AddressRules}, and is read by {@code HttpGet} over a {@code
 * Connection} to exactly the address that was judged.
 */
package dev.facecore.internal.fetch;
