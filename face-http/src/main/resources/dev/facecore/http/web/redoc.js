const font = "system-ui, sans-serif";

Redoc.init(
  "openapi.json",
  {
    theme: {
      typography: {
        fontFamily: font,
        headings: { fontFamily: font },
        code: { fontFamily: "ui-monospace, monospace" },
      },
    },
  },
  document.getElementById("documentation"),
);
