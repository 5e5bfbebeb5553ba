import { defineConfig } from 'drizzle-kit'

export default defineConfig({ dialect: 'sqlite', schema: './src/catalogue/database-schema.ts', out: './migrations' })
