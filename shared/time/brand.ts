declare const brand: unique symbol

/** A nominal type over `T`, created only by named functions, so that units cannot be mixed up. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }
