(function () {
  "use strict";
  var charts = JSON.parse(document.getElementById("eq-charts").textContent);
  var still = matchMedia("(prefers-reduced-motion: reduce)");
  var dark = matchMedia("(prefers-color-scheme: dark)");
  var live = [];

  // One answer at a time, chosen with native radio buttons.
  document.querySelectorAll(".eq-finding").forEach(function (finding) {
    var answers = Array.from(finding.querySelectorAll(":scope > .eq-answer"));
    if (answers.length < 2) return;
    var group = document.createElement("fieldset");
    group.className = "eq-switch";
    var legend = document.createElement("legend");
    legend.textContent = "Show the answer for";
    group.append(legend);
    function show(chosen) {
      answers.forEach(function (answer, i) { answer.classList.toggle("eq-off", i !== chosen); });
    }
    answers.forEach(function (answer, i) {
      var input = document.createElement("input");
      input.type = "radio";
      input.name = "switch-" + finding.id;
      input.checked = i === 0;
      input.addEventListener("change", function () { show(i); });
      var label = document.createElement("label");
      label.append(input, document.createTextNode(answer.dataset.choice));
      group.append(label);
    });
    answers[0].before(group);
    finding.classList.add("eq-on");
    show(0);
  });

  function list(value) { return value === undefined ? [] : Array.isArray(value) ? value : [value]; }

  var pen = document.createElement("canvas").getContext("2d");

  // Returns how many lines a legend needs beyond the first.
  function moreLines(names, font, width) {
    var lines = 0, used = 0;
    pen.font = "13px " + font;
    names.forEach(function (name) {
      var need = Math.min(pen.measureText(name).width + 30, width);
      if (used && used + 10 + need > width) { lines++; used = 0; }
      used += (used ? 10 : 0) + need;
    });
    return lines;
  }

  // Adds what JSON cannot carry: colours of the page, functions that pass texts on, and the room
  // that a legend takes up at a width. Returns that room.
  function dress(option, width) {
    var css = getComputedStyle(document.documentElement);
    function tone(name) { return css.getPropertyValue("--eq-" + name).trim(); }
    var ink = tone("ink"), muted = tone("muted"), rule = tone("rule"), paper = tone("paper");
    var font = getComputedStyle(document.body).fontFamily;
    option.color = [1, 2, 3, 4, 5, 6].map(function (i) { return tone("c" + i); });
    option.backgroundColor = "transparent";
    option.textStyle = { fontFamily: font, color: ink, fontSize: 13 };
    option.animation = !still.matches;
    option.animationDuration = 400;
    if (option.aria.decal.show) {
      var patterns = [
        { symbol: "none", color: "transparent" },
        { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4, color: paper },
        { symbol: "circle", symbolSize: .5, dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0], color: paper },
        { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 2, color: paper },
        { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [3, 8], color: paper },
        { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 4, color: paper }
      ];
      var names = Array.from(new Set(option.series.map(function (series) { return series.name; })));
      option.series.forEach(function (series) {
        series.itemStyle = { decal: patterns[names.indexOf(series.name) % patterns.length] };
      });
    }
    option.tooltip = {
      trigger: "item", confine: true, backgroundColor: paper, borderColor: rule,
      textStyle: { color: ink, fontFamily: font, fontSize: 14 },
      formatter: function (item) {
        var words = document.createElement("div");
        words.style.whiteSpace = "pre-line";
        words.textContent = item.data && item.data.tip || item.seriesName;
        return words;
      }
    };
    list(option.title).forEach(function (title) { title.textStyle.color = ink; });
    var room = 0;
    if (option.legend) {
      var inLegend = option.legend.data
        || Array.from(new Set(option.series.map(function (series) { return series.name; })));
      room = 24 * moreLines(inLegend, font, width);
      option.legend.textStyle = { color: ink, fontSize: 13, width: width - 40, overflow: "truncate" };
      option.legend.selectedMode = false;
      list(option.title).concat(list(option.grid)).forEach(function (part) { part.top += room; });
    }
    list(option.xAxis).concat(list(option.yAxis)).forEach(function (axis) {
      axis.axisLine = { lineStyle: { color: muted }, show: axis.type === "category" };
      axis.splitLine = { lineStyle: { color: rule }, show: axis.type === "value" };
      axis.nameTextStyle = Object.assign({ color: muted, fontSize: 12 }, axis.nameTextStyle);
      axis.axisLabel = Object.assign({ color: axis.type === "category" ? ink : muted }, axis.axisLabel);
      var labels = axis.tickLabels;
      if (labels) {
        axis.axisLabel.formatter = function (value) {
          return labels[Math.round((value - axis.min) / axis.interval)] || "";
        };
      }
    });
    option.series.forEach(function (series) {
      if (!series.label) return;
      if (series.stack) {
        // A part too narrow for its number keeps it in the tip and the table.
        option.animation = false;
        series.labelLayout = function (it) {
          return it.labelRect.width > it.rect.width - 2 ? { x: -999, y: -999 } : {};
        };
      }
      series.label.color = ink;
      series.label.fontSize = 13;
      series.label.fontWeight = 600;
      if (series.label.position === "inside" || series.type === "line") {
        series.label.backgroundColor = paper;
        series.label.padding = [1, 4];
        series.label.borderRadius = 3;
        series.label.fontSize = 12;
      }
      series.label.formatter = function (item) { return item.data && item.data.text || ""; };
    });
    return room;
  }

  function draw(it) {
    var width = it.canvas.clientWidth;
    if (!width) return;
    var option = JSON.parse(JSON.stringify(it.spec.option));
    it.canvas.style.height = it.spec.height + dress(option, width) + "px";
    it.width = width;
    it.chart.resize();
    it.chart.setOption(option, true);
  }

  function start(figure) {
    var spec = charts[figure.dataset.chart];
    if (!spec || !window.echarts) return;
    var box = document.createElement("div");
    box.className = "eq-live";
    var title = document.createElement("p");
    title.className = "eq-title";
    title.textContent = spec.title;
    var canvas = document.createElement("div");
    canvas.style.height = spec.height + "px";
    canvas.setAttribute("role", "img");
    box.append(title, canvas);
    figure.prepend(box);
    figure.classList.add("eq-interactive");
    var it = { canvas: canvas, spec: spec };
    try {
      it.chart = echarts.init(canvas);
      draw(it);
    } catch (problem) {
      // The static chart says the same.
      figure.classList.remove("eq-interactive");
      box.remove();
      return;
    }
    live.push(it);
    new ResizeObserver(function () {
      if (canvas.clientWidth !== it.width) draw(it);
    }).observe(canvas);
  }

  // A chart starts when it comes near; those of hidden answers when they are shown.
  var watch = new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) {
      if (entry.isIntersecting) {
        watch.unobserve(entry.target);
        start(entry.target);
      }
    });
  }, { rootMargin: "400px" });
  document.querySelectorAll("figure[data-chart]").forEach(function (figure) { watch.observe(figure); });

  function redraw() { live.forEach(draw); }
  dark.addEventListener("change", redraw);
  still.addEventListener("change", redraw);

  // Paper has nothing to click on.
  var opened = [];
  addEventListener("beforeprint", function () {
    opened = Array.from(document.querySelectorAll("details:not([open])"));
    opened.forEach(function (it) { it.open = true; });
  });
  addEventListener("afterprint", function () {
    opened.forEach(function (it) { it.open = false; });
  });
})();
