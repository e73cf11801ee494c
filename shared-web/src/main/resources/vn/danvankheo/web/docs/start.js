window.ui = SwaggerUIBundle({
  urls: [
    { url: "openapi/query.json", name: "Truy vấn (GET)" },
    { url: "openapi/command.json", name: "Lệnh (POST, PATCH, DELETE)" },
  ],
  dom_id: "#swagger-ui",
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: "StandaloneLayout",
  deepLinking: true,
  validatorUrl: null,
});
