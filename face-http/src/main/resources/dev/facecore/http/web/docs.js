SwaggerUIBundle({
  url: "openapi.json",
  domNode: document.getElementById("documentation"),
  deepLinking: true,
  // The badge of an outside validator would send it this document.
  validatorUrl: null,
});
