/** doiuse carries no types. */
declare module 'doiuse' {
  import type { Plugin } from 'postcss'
  export default function doiuse(options: {
    readonly browsers: readonly string[]
    readonly ignore: readonly string[]
    readonly onFeatureUsage: (usage: { readonly message: string }) => void
  }): Plugin
}
