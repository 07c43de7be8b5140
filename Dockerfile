# Both can be named by a digest instead: --build-arg RUNTIME_IMAGE=mcr.microsoft.com/dotnet/aspnet@sha256:…
ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk:10.0.401
ARG RUNTIME_IMAGE=mcr.microsoft.com/dotnet/aspnet:10.0.12

FROM ${SDK_IMAGE} AS build
WORKDIR /source
COPY . .
# The packages are held against the lock files first. ReadyToRun then needs the runtime of this image,
# which the lock files leave open: each machine has its own.
RUN dotnet restore src/Api --locked-mode
RUN dotnet publish src/Api --configuration Release --use-current-runtime --self-contained false \
    -p:PublishReadyToRun=true -p:RestoreLockedMode=false --output /app
RUN mkdir /data /keys

FROM ${RUNTIME_IMAGE}
WORKDIR /app
COPY --from=build /app .
COPY --from=build --chown=$APP_UID:$APP_UID /data /data
COPY --from=build --chown=$APP_UID:$APP_UID /keys /keys
USER $APP_UID
# --urls below says where to listen; the base image's own setting would only be overruled with a warning.
ENV ASPNETCORE_HTTP_PORTS= \
    Data__Path=/data
# Where the audit's key is, Audit__KeyFile has to say: there is no default outside Development. That of token protection is made beside it.
VOLUME /data /keys
EXPOSE 8080
# The base image has no curl, but bash opens sockets.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["dotnet", "Compliance.Api.dll", "--urls", "http://0.0.0.0:8080"]
