global using Compliance.Domain.Common;
global using Compliance.Domain.Instruments;
global using Compliance.Domain.Scoring;
