/** A variable has a value the service cannot use. The message names the variable and what is allowed. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}
