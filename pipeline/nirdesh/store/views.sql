CREATE VIEW verdicts AS
SELECT directive, verdict, changes, note, who, max(at) AS at, via FROM corrections GROUP BY directive;

CREATE VIEW directive_list AS
SELECT d.n, d.id, d.published,
    (SELECT group_concat(e.name, '; ') FROM directive_issuers i JOIN entities e ON e.n = i.entity
        WHERE i.directive = d.n) AS issuers,
    (SELECT group_concat(a.text, '; ') FROM directive_addressees a WHERE a.directive = d.n) AS addressees,
    d.action, d.modality, d.starts, d.due, d.rrule,
    (SELECT group_concat(p.name, '; ') FROM directive_places l JOIN places p ON p.n = l.place
        WHERE l.directive = d.n AND l.stated) AS regions,
    d.target_value, d.target_unit, d.confidence,
    (SELECT v.verdict FROM corrections v WHERE v.directive = d.id ORDER BY v.at DESC LIMIT 1) AS verdict,
    d.evidence, d.report, r.id AS report_id, r.title, r.publisher, r.source
FROM directives d JOIN reports r ON r.n = d.report;

CREATE VIEW due_list AS
SELECT due, starts, modality, action, issuers, addressees, regions, id, report_id
FROM directive_list WHERE due IS NOT NULL ORDER BY due;

CREATE VIEW persons AS
SELECT e.n, e.name, e.latin, count(DISTINCT p.report) AS reports,
    (SELECT count(*) FROM directive_issuers i WHERE i.entity = e.n) AS directives_given,
    (SELECT count(DISTINCT directive) FROM directive_addressees a WHERE a.entity = e.n) AS directives_received,
    (SELECT count(*) FROM assignments a WHERE a.assignee = e.n) AS assignments,
    min(r.published) AS first_seen, max(r.published) AS last_seen
FROM entities e JOIN people p ON p.entity = e.n JOIN reports r ON r.n = p.report
WHERE e.kind = 'person' GROUP BY e.n;

CREATE VIEW posts_over_time AS
SELECT e.n AS person, e.name, t.title, o.name AS organisation, p.name AS place, t.former,
    min(t.published) AS first_seen, max(t.published) AS last_seen, count(DISTINCT t.report) AS reports
FROM posts t JOIN entities e ON e.n = t.entity
LEFT JOIN entities o ON o.n = t.organisation LEFT JOIN places p ON p.n = t.place
GROUP BY e.n, t.title, t.organisation, t.place, t.former;

CREATE VIEW who_instructs_whom AS
SELECT i.entity AS issuer, s.name AS issuer_name, a.entity AS addressee, t.name AS addressee_name,
    count(*) AS directives, max(d.published) AS last_seen
FROM directive_issuers i JOIN directive_addressees a ON a.directive = i.directive
JOIN entities s ON s.n = i.entity JOIN entities t ON t.n = a.entity JOIN directives d ON d.n = i.directive
GROUP BY i.entity, a.entity;
