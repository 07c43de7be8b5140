using Compliance.Api.Endpoints;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Compliance.Api.OpenApi;

/// <summary>An item of a batch is documented by the members that clients send; its own type is what the parser makes of them.</summary>
internal sealed class DataContracts(ISerializerDataContractResolver inner) : ISerializerDataContractResolver
{
    public DataContract GetDataContractForType(Type type) => inner.GetDataContractForType(type == typeof(AnswerItemBody) ? typeof(AnswerBody) : type);
}
