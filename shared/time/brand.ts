declare const brand: unique symbol

/** A type that only named functions can make out of `T`, so that units are not mixed up. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }
