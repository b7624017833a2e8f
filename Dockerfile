# The jar is the same work on every machine: it is built on the one at hand, for the one it shall run on.
FROM --platform=$BUILDPLATFORM maven:3.9-eclipse-temurin-25 AS build
ARG TARGETARCH
WORKDIR /build
COPY . .
RUN platform=linux-x64; if [ "$TARGETARCH" = arm64 ]; then platform=linux-arm64; fi; \
    mvn -B -ntp -q -pl face-http -am -DskipTests -Dplatform=$platform package

# Native code needs glibc: no Alpine.
FROM eclipse-temurin:25-jre
WORKDIR /app
COPY --from=build /build/face-http/target/face-http.jar ./
# Runs every network once. That leaves the native code unpacked, so that the service need not write it.
RUN java -Ddev.facecore.native.folder=/app/native -jar face-http.jar --check && chmod -R a+rX native
ENV MODEL_DIR=/models
USER 10001:10001
EXPOSE 5003
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${PORT:-5003} && printf 'GET /ready HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["java", "-Ddev.facecore.native.folder=/app/native", "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", "-jar", "/app/face-http.jar"]
